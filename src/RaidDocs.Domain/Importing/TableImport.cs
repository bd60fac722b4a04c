using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;

namespace RaidDocs.Domain.Importing;

/// <summary>
/// Brings tables into the store: all of them or nothing. Each row is made an entity, which asks every rule; rows are saved as they come,
/// inside one transaction that is undone as soon as one row of thousands is wrong.
/// </summary>
public sealed partial class TableImport(RaidDocsDbContext db, ReferenceLists lists, DateOnly today)
{
    /// <summary>Begins the title of the source that a file becomes.</summary>
    internal const string SourceTitle = "Brought in from the file ";

    // So many entities are saved together: enough for speed, few enough for a small memory.
    private const int Batch = 4_000;
    private const int TellEach = 500;

    private readonly ImportReport _report = new();
    private readonly Dictionary<string, (int New, int Here)> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string Table, string Id)> _seen = [];
    private string _name = "";
    private bool _checkOnly;
    private int _pending;
    private long _bytes;
    private long _bytesDone;
    private IReadOnlyList<Guid> _team = [];
    private Action<ImportProgress>? _tell;
    private CancellationToken _cancellationToken;

    /// <param name="files">What was given.</param>
    /// <param name="mapping">How files of another system become ours; null when they have our columns.</param>
    /// <param name="checkOnly">Write nothing.</param>
    /// <param name="team">Who may see the raids that are new.</param>
    /// <param name="tell">Is told now and then how far it is.</param>
    /// <param name="cancellationToken">Ends the work; nothing is written then.</param>
    public async Task<ImportResult> RunAsync(
        ImportFiles files, ImportMapping? mapping, bool checkOnly, IReadOnlyList<Guid> team, Action<ImportProgress>? tell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        (_name, _checkOnly, _team, _tell, _cancellationToken) = (files.Name, checkOnly, team, tell, cancellationToken);
        var tables = mapping is null ? OwnTables(files) : mapping.TablesOf(files, _report);
        _bytes = Math.Max(1, tables.Sum(table => table.Bytes));
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (checkOnly)
            {
                await ReadAllAsync(tables);
                return await ResultAsync(isWritten: false);
            }

            return await db.InOneWriteAsync(
                async () =>
                {
                    await db.InBulkAsync(
                        async () =>
                        {
                            await ReadAllAsync(tables);
                            if (!_report.IsClean)
                            {
                                throw new NothingWrittenException();
                            }
                        },
                        cancellationToken);
                    return await ResultAsync(isWritten: true);
                },
                cancellationToken);
        }
        catch (NothingWrittenException)
        {
            db.ChangeTracker.Clear();
            return await ResultAsync(isWritten: false);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    private List<ImportTable> OwnTables(ImportFiles files)
    {
        var tables = new List<ImportTable>();
        foreach (var file in files.Tables)
        {
            if (ImportTables.Find(file.Name) is not { } definition)
            {
                _report.Warn(file.File, 0, null, $"There is no table {file.Name}, so the file is not read. Known are: {string.Join(", ", ImportTables.All.Select(table => table.Name))}");
            }
            else if (tables.Exists(table => table.Definition == definition))
            {
                _report.Wrong(file.File, 0, null, $"The table {file.Name} is there twice. Leave one out");
            }
            else
            {
                tables.Add(new OwnTable(definition, file));
            }
        }

        if (tables.Count == 0)
        {
            _report.Wrong(files.Name, 0, null, $"There is no table in it. A table is a file like women.csv, or a sheet with the name women");
        }

        return tables;
    }

    private async Task ReadAllAsync(List<ImportTable> tables)
    {
        await LoadKnownAsync();
        await EachAsync(tables, "facilities", AddFacility);
        await EachAsync(tables, "raids", AddRaid);
        await EachAsync(tables, "women", TakeWoman);
        await EachAsync(tables, "raid_women", AddToRaid);
        await AddWomenAsync();
        await EachAsync(tables, "stays", AddStay);
        await EachAsync(tables, "court_dates", AddCourtDate);
        await EachAsync(tables, "violations", AddViolation);
        await EachAsync(tables, "testimonies", AddTestimony);
        if (!_checkOnly && _report.IsClean && _counts.Values.Any(count => count.New > 0))
        {
            db.NoteAct("import", "Import", "-", null, [.. _counts.Where(count => count.Value.New > 0).Select(count => $"{count.Key} {count.Value.New}")]);
            await FlushAsync();
        }
    }

    private async Task EachAsync(List<ImportTable> tables, string name, Action<ImportTable, ImportRow, RowReader> take)
    {
        foreach (var table in tables.Where(table => table.Definition.Name == name))
        {
            var reader = new RowReader(table.Definition, _report, lists);
            _counts.TryAdd(name, (0, 0));
            var rows = 0;
            _tell?.Invoke(new(name, 0, (double)_bytesDone / _bytes));
            try
            {
                foreach (var row in table.Rows(_report))
                {
                    if (!IsLeftOut(table.Definition, row))
                    {
                        reader.Take(row);
                        take(table, row, reader);
                    }

                    if (++rows % TellEach == 0)
                    {
                        _cancellationToken.ThrowIfCancellationRequested();
                        _tell?.Invoke(new(name, rows, (double)_bytesDone / _bytes));
                    }

                    if (_pending >= Batch)
                    {
                        await FlushAsync();
                    }
                }
            }
            catch (BrokenTableException broken)
            {
                _report.Wrong(table.File, broken.Row, broken.Column, broken.Sentence);
            }
            catch (Exception broken) when (broken is System.Xml.XmlException or InvalidDataException or EndOfStreamException)
            {
                _report.Wrong(table.File, 0, null, $"This file is damaged, cut off, or has a password. Make it again without a password");
            }

            _bytesDone += table.Bytes;
        }

        await FlushAsync();
    }

    // False for a row that is here already, stands twice, or may not be changed.
    private bool IsNew(ImportTable table, ImportRow row, RowReader reader, string id, string? idColumn = null)
    {
        if (id.Length == 0)
        {
            return false;
        }

        var name = table.Definition.Name;
        if (!_seen.Add((name, id)))
        {
            reader.Wrong(idColumn ?? table.Definition.Columns[0].Name, $"{id} stands twice in this table. Give each row an id of its own");
            return false;
        }

        if (!_known.TryGetValue((name, id), out var known))
        {
            return true;
        }

        if (known.Hash == table.HashOf(row))
        {
            var (added, here) = _counts[name];
            _counts[name] = (added, here + 1);
        }
        else
        {
            reader.Wrong(null, $"{id} was brought in before, and the row said something else then. Nothing is overwritten. Correct the record itself, and put the row back as it was or leave it out");
        }

        return false;
    }

    private void Count(string table)
    {
        var (added, here) = _counts[table];
        _counts[table] = (added + 1, here);
    }

    private void Remember(string table, string id, Guid record, string hash, Guid? raid, Guid? woman, string? code = null, string? rest = null) =>
        Add(new ImportedRow(table, id, record, hash) { RaidId = raid, WomanId = woman, Code = code, Rest = rest });

    // Once one row is wrong, the rest is only looked at.
    private bool Writes => !_checkOnly && _report.IsClean;

    private void Add(object entity)
    {
        if (Writes)
        {
            if (!db.TryAddInBulk(entity))
            {
                db.Add(entity);
            }

            _pending++;
        }
    }

    // Saved before, or about to be: it is only pointed at.
    private T Known<T>(T entity)
        where T : class
    {
        if (Writes && !db.TakesInBulk && db.Entry(entity).State == EntityState.Detached)
        {
            db.Attach(entity);
        }

        return entity;
    }

    private async Task FlushAsync()
    {
        if (Writes)
        {
            await db.SaveChangesAsync(_cancellationToken);
        }

        _pending = 0;
        db.ChangeTracker.Clear();
    }

    private Source SourceOf(RaidUnderWay raid)
    {
        if (raid.Source is { } source)
        {
            return Known(source);
        }

        source = new Source(raid.Id, FormattableString.Invariant($"S{++raid.LastSource}"), new SourceFacts
        {
            Kind = SourceKind.Other,
            Title = SourceTitle + _name,
            Date = PartialDate.OfDay(today),
            Reference = raid.Outer.Length == 0 ? null : $"In the file: {raid.Outer}",
            Note = raid.Rest,
        });
        raid.Source = source;
        Add(source);
        return source;
    }

    private async Task<ImportResult> ResultAsync(bool isWritten)
    {
        var likely = await FindLikelyAsync();
        return new(isWritten, [.. _counts.Select(count => new ImportCount(count.Key, count.Value.New, count.Value.Here))], _report, [.. _newRaids.Select(raid => raid.Code)], likely);
    }

    private sealed class NothingWrittenException() : Exception("Nothing is written.");
}
