using System.Collections;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Search;
using RaidDocs.Domain.Vault;

namespace RaidDocs.Domain.Data;

/// <summary>A table that was copied.</summary>
/// <param name="Name">As the database calls it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sum">The sum of the hashes of its rows, 64 hexadecimal digits: the same rows have the same, in whichever order and database.</param>
public sealed record CopiedTable(string Name, long Rows, string Sum);

/// <summary>
/// Copies all rows of a store into an empty database of the other kind, and reads both again to compare them. Files, vault and capsules lie in
/// the data folder and stay there. The index of the search is made anew when the copy is opened.
/// </summary>
public static class StoreCopy
{
    private const int Batch = 1000;

    /// <summary>A context over an encrypted file that no program uses.</summary>
    internal static RaidDocsDbContext OfFile(string path, StoreKeys keys, TimeProvider clock)
    {
        var state = new StoreState { Keys = keys };
        return new SqliteRaidDocsDbContext(
            new DbContextOptionsBuilder<SqliteRaidDocsDbContext>()
                .UseSqlite($"Data Source={path};Pooling=False")
                .UseApplicationServiceProvider(StaffSchema.Services)
                .AddInterceptors(new SqliteSetup(state))
                .Options,
            new StoreSession(Viewer.Operator, new WriterGate(), state, clock));
    }

    /// <summary>A context over a database of a server.</summary>
    internal static RaidDocsDbContext OfServer(NpgsqlDataSource source, StoreKeys keys, TimeProvider clock)
    {
        var state = new StoreState { Keys = keys };
        return new PostgresRaidDocsDbContext(
            new DbContextOptionsBuilder<PostgresRaidDocsDbContext>()
                .UseNpgsql(source)
                .UseApplicationServiceProvider(StaffSchema.Services)
                .AddInterceptors(OpensWords.Instance)
                .Options,
            new StoreSession(Viewer.Operator, new WriterGate(), state, clock));
    }

    /// <summary>Copies everything as it is at this moment.</summary>
    /// <param name="from">Open, of the person at the command line.</param>
    /// <param name="to">Empty; its tables are made.</param>
    /// <param name="cancellationToken">Ends the work; nothing is in the copy then.</param>
    /// <returns>What was copied, table by table, the same on both sides.</returns>
    /// <exception cref="StoreException">There are rows already, or the copy is not the same.</exception>
    internal static async Task<IReadOnlyList<CopiedTable>> RunAsync(RaidDocsDbContext from, RaidDocsDbContext to, CancellationToken cancellationToken)
    {
        await to.Database.MigrateAsync(cancellationToken);
        if (await to.AuditEntries.AnyAsync(cancellationToken) || await to.Users.AnyAsync(cancellationToken))
        {
            throw new StoreException("The database that the store should be copied to is not empty. Nothing was changed. Name an empty one.");
        }

        List<CopiedTable> copied = [];

        // One moment of the store, whoever saves meanwhile.
        await using (var moment = await from.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken))
        await using (var whole = await to.Database.BeginTransactionAsync(cancellationToken))
        {
            await to.DeferReferencesAsync(cancellationToken);
            foreach (var type in Tables(from))
            {
                copied.Add(await EachAsync(type, from, to, cancellationToken));
            }

            await whole.CommitAsync(cancellationToken);
        }

        var arrived = new List<CopiedTable>();
        foreach (var type in Tables(to))
        {
            arrived.Add(await EachAsync(type, to, null, cancellationToken));
        }

        return copied.OrderBy(table => table.Name, StringComparer.Ordinal).SequenceEqual(arrived.OrderBy(table => table.Name, StringComparer.Ordinal))
            ? copied
            : throw new StoreException(
                $"The copy is not the same as the store: {string.Join(", ", copied.Except(arrived).Select(table => table.Name))}. The store was not changed. Empty the database of the copy, then try again.");
    }

    // The index is made anew, and which vault a server belongs to is written when it is opened.
    private static IEnumerable<IEntityType> Tables(RaidDocsDbContext db) => db.Model.GetEntityTypes()
        .Where(type => type.ClrType != typeof(SearchRow) && type.GetTableName() is not null && !type.IsOwned())
        .OrderBy(type => type.GetTableName(), StringComparer.Ordinal);

    private static Task<CopiedTable> EachAsync(IEntityType type, RaidDocsDbContext from, RaidDocsDbContext? to, CancellationToken cancellationToken) =>
        (Task<CopiedTable>)typeof(StoreCopy).GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type.ClrType).Invoke(null, [type, from, to, cancellationToken])!;

    private static async Task<CopiedTable> RowsAsync<T>(IEntityType type, RaidDocsDbContext from, RaidDocsDbContext? to, CancellationToken cancellationToken)
        where T : class
    {
        DbSet<T> SetOf(RaidDocsDbContext db) => type.HasSharedClrType ? db.Set<T>(type.Name) : db.Set<T>();
        var fields = type.GetFlattenedProperties().Where(field => field.Name != "Mark").OrderBy(PathOf, StringComparer.Ordinal).Select(Field.Of).ToList();
        var (count, sum, waiting) = (0L, new byte[SHA256.HashSizeInBytes], 0);
        from.ChangeTracker.Clear();
        await foreach (var row in SetOf(from).IgnoreQueryFilters().AsTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (row is HouseSetting { Key: HouseSetting.VaultMark })
            {
                continue;
            }

            var entry = SetOf(from).Entry(row);
            Add(sum, SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001E', fields.Select(field => field.TextOf(row, entry))))));
            count++;
            if (to is not null)
            {
                var copy = SetOf(to).Entry(row);
                copy.State = EntityState.Added;
                foreach (var field in fields.Where(field => field.Property.IsShadowProperty()))
                {
                    copy.Property(field.Property.Name).CurrentValue = entry.Property(field.Property.Name).CurrentValue;
                }
            }

            if (++waiting == Batch)
            {
                await EndBatchAsync();
            }
        }

        await EndBatchAsync();
        return new CopiedTable(type.GetTableName()!, count, Convert.ToHexStringLower(sum));

        async Task EndBatchAsync()
        {
            waiting = 0;
            if (to is not null)
            {
                await to.SaveAsItIsAsync(cancellationToken);
                to.ChangeTracker.Clear();
            }

            from.ChangeTracker.Clear();
        }
    }

    private static void Add(byte[] sum, byte[] hash)
    {
        var carry = 0;
        for (var at = sum.Length - 1; at >= 0; at--)
        {
            carry += sum[at] + hash[at];
            sum[at] = (byte)carry;
            carry >>= 8;
        }
    }

    private static string PathOf(IProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";

    // What a row says, whichever way the database writes it.
    private sealed record Field(IProperty Property, Func<object, object?> Read, Func<object?, object?>? Convert)
    {
        public static Field Of(IProperty property) => new(
            property, Reader(RowStatement.PathTo(property)), property.GetValueConverter()?.ConvertToProvider);

        public string TextOf(object row, Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry)
        {
            var value = Property.IsShadowProperty() || Property.IsIndexerProperty() ? entry.Property(Property.Name).CurrentValue : Read(row);
            return Text(Convert is null || value is null ? value : Convert(value));
        }

        private static Func<object, object?> Reader(IClrPropertyGetter[] steps) =>
            row => steps.Aggregate((object?)row, (whole, step) => whole is null ? null : step.GetClrValue(whole));

        private static string Text(object? value) => value switch
        {
            null => "\u0000",
            string text => text,
            byte[] bytes => System.Convert.ToHexString(bytes),
            DateTime time => StoreTime.Of(time).ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            IEnumerable many => string.Join('\u001F', many.Cast<object?>().Select(Text)),
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
