namespace RaidDocs.Domain.Data;

/// <summary>Moves an open store to a database of the other kind. No other program may use either meanwhile.</summary>
public sealed class StoreMove(DataFolder folder, StoreEngine engine, StoreState state, TimeProvider clock)
{
    /// <summary>From the file to an empty database of a server.</summary>
    /// <exception cref="StoreException">It is not empty, cannot be reached, or the copy is not the same.</exception>
    public async Task<IReadOnlyList<CopiedTable>> ToServerAsync(string connection, CancellationToken cancellationToken)
    {
        using var server = new PostgresEngine(folder, connection);
        if (server.HoldsRows)
        {
            throw new StoreException($"There is a store in {server.Place} already. Nothing was changed. Name an empty database.");
        }

        await using var from = StoreCopy.OfFile(folder.Database, state.Keys!, clock);
        await using var to = StoreCopy.OfServer(server.Source, state.Keys!, clock);
        try
        {
            return await StoreCopy.RunAsync(from, to, cancellationToken);
        }
        catch (Npgsql.NpgsqlException failed)
        {
            throw server.Unreachable(failed);
        }
    }

    /// <summary>From the server into the folder, which has no database yet.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or the copy is not the same.</exception>
    public async Task<IReadOnlyList<CopiedTable>> ToFileAsync(CancellationToken cancellationToken)
    {
        var server = (PostgresEngine)engine;
        var unfinished = folder.Database + ".next";
        DatabaseFile.Delete(unfinished);
        try
        {
            await using var from = StoreCopy.OfServer(server.Source, state.Keys!, clock);
            IReadOnlyList<CopiedTable> copied;
            await using (var to = StoreCopy.OfFile(unfinished, state.Keys!, clock))
            {
                copied = await StoreCopy.RunAsync(from, to, cancellationToken);
            }

            using (var whole = DatabaseFile.Open(unfinished, state.Keys))
            {
                DatabaseFile.Scalar(whole, "PRAGMA wal_checkpoint(TRUNCATE)");
            }

            DatabaseFile.PutInPlace(unfinished, folder.Database, before: null);
            return copied;
        }
        catch (Npgsql.NpgsqlException failed)
        {
            throw server.Unreachable(failed);
        }
        finally
        {
            DatabaseFile.Delete(unfinished);
        }
    }
}
