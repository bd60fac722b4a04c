using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Documents.Common;
using RaidDocs.Documents.Tables;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Pages.Reports.Tables;

public enum TableKind
{
    [Display(Name = "HURIDOCS Events Standard: raids, acts, persons, sources, interventions")]
    Huridocs,

    [Display(Name = "IOM case data (HTCDS 2.0): a row for each woman, with what she calls herself")]
    Htcds,

    [Display(Name = "statistics: numbers of women, none below 10")]
    Statistics,
}

public enum TableFormat
{
    [Display(Name = "CSV files in a ZIP")]
    Csv,

    [Display(Name = "XLSX, for a spreadsheet program")]
    Xlsx,
}

/// <summary>Makes files of tables, for the button and for the command line alike: from what the gate lets through, read again, searched and listed.</summary>
public sealed class TablePress(ReferenceLists lists, StoreState state, Texts texts, TimeProvider clock)
{
    public static string MediaType(TableFormat format) => format == TableFormat.Csv ? "application/zip" : TableXlsx.MediaType;

    /// <summary>A name that says nothing.</summary>
    public string FileName(TableFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"file-{clock.Today():yyyy-MM-dd}.{(format == TableFormat.Csv ? "zip" : "xlsx")}");

    /// <summary>A table of numbers counts as published, whoever gets it.</summary>
    public static Audience AudienceOf(TableKind kind, Audience asked) => kind == TableKind.Statistics ? Audience.Public : asked;

    /// <summary>Rows about one woman are only for whom the rules of the audience give them.</summary>
    public static bool MayHave(TableKind kind, Audience audience) => kind != TableKind.Htcds || audience.SeesEachWoman();

    /// <summary>The codes of all raids of this viewer, without made-up cases where there are real ones.</summary>
    public static async Task<IReadOnlyList<string>> AllRaidsAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var raids = await db.Raids.AsNoTracking().Select(raid => new { raid.Code, raid.IsInvented }).ToListAsync(cancellationToken);
        var real = raids.Exists(raid => !raid.IsInvented);
        return [.. raids.Where(raid => !real || !raid.IsInvented).Select(raid => raid.Code).OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal)];
    }

    /// <summary>What may leave of each raid; null when one of them is none of this viewer's.</summary>
    public async Task<IReadOnlyList<Disclosed>?> DiscloseAsync(
        RaidDocsDbContext db, TableKind kind, IReadOnlyList<string> raids, Audience audience, string? forWhom, CancellationToken cancellationToken)
    {
        var wishes = new RowWishes(kind == TableKind.Statistics ? Surface.Statistics : Surface.Csv, FreshCodes: true);
        var words = new StandardWords(lists).Gate;
        var found = new List<Disclosed>();
        foreach (var raid in raids.Distinct())
        {
            if (await db.DiscloseRowsAsync(raid, AudienceOf(kind, audience), string.IsNullOrWhiteSpace(forWhom) ? null : forWhom.Trim(), wishes, clock.Today(), words, cancellationToken) is not { } told)
            {
                return null;
            }

            found.Add(told);
        }

        return found;
    }

    /// <summary>The tables of the file, and a table about it.</summary>
    public IReadOnlyList<Table> Write(TableKind kind, IReadOnlyList<Disclosed> raids)
    {
        var words = new StandardWords(lists);
        return kind switch
        {
            TableKind.Huridocs => [.. new HuridocsWriter(words).Write(raids), About(kind, raids)],
            TableKind.Htcds => [.. HtcdsShapes.Write(raids, words, clock.Today()), About(kind, raids)],
            _ => [Statistics.Shape.Of(Numbers(raids)), About(kind, raids)],
        };
    }

    /// <summary>Every table and column that there is, for the documentation.</summary>
    internal static IReadOnlyDictionary<TableKind, IReadOnlyList<ITableShape>> Shapes { get; } = new Dictionary<TableKind, IReadOnlyList<ITableShape>>
    {
        [TableKind.Huridocs] = HuridocsShapes.All,
        [TableKind.Htcds] = HtcdsShapes.All,
        [TableKind.Statistics] = Statistics.Shapes,
    };

    /// <summary>The numbers that may be told.</summary>
    internal IReadOnlyList<StatisticsRow> Numbers(IReadOnlyList<Disclosed> raids) =>
        Statistics.Rows(raids, new StandardWords(lists), clock.Today(), state.Keys?.For(KeyPurpose.Statistics) ?? []);

    /// <summary>The numbers as they are, for the page of the house.</summary>
    internal IReadOnlyList<Counted> Count(IReadOnlyList<Disclosed> raids) => Statistics.Count(raids, new StandardWords(lists), clock.Today());

    /// <summary>The file as it leaves: read again, searched for what was withheld, and listed before anybody has it. Where that fails, nothing is kept.</summary>
    /// <exception cref="DomainRuleException">Something stands in it that must not, or an answer changed meanwhile.</exception>
    /// <exception cref="PrintFailedException">There is no file.</exception>
    public async Task<MadeTables> ExportAsync(
        RaidDocsDbContext db, TableKind kind, IReadOnlyList<Disclosed> raids, TableFormat format, string? why, CancellationToken cancellationToken)
    {
        if (raids.Count == 0)
        {
            throw new DomainRuleException($"Choose 1 raid or more");
        }

        if (!MayHave(kind, raids[0].Audience))
        {
            throw new DomainRuleException($"{raids[0].Audience} gets no rows about one woman. Choose another table");
        }

        var tables = Write(kind, raids);
        if (kind == TableKind.Htcds && tables[0].Rows.Count == 0)
        {
            throw new DomainRuleException($"No woman may be in it yet");
        }

        if (format == TableFormat.Xlsx && tables.Any(table => table.Rows.Any(row => row.Any(cell => cell.Length > TableXlsx.LongestCell))))
        {
            throw new DomainRuleException($"A text is longer than a cell of a spreadsheet can be. Choose CSV");
        }

        var made = format == TableFormat.Csv
            ? PlainZip.Of(tables.Select(table => ($"{table.Name}.csv", CsvText.Table(table.Columns.Select(column => column.Name), table.Rows))))
            : TableXlsx.Write(tables);
        await CheckAsync(db, kind, raids, format, tables, made, cancellationToken);
        await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Export, cancellationToken);
        var exports = await db.RecordTablesAsync(raids, new ExportedFile(KindOf(kind), why, Convert.ToHexStringLower(SHA256.HashData(made)), made.Length), cancellationToken);
        return new MadeTables(made, exports[0].Copy!.Value, [.. tables.Select(table => (table.Name, table.Rows.Count))]);
    }

    private async Task CheckAsync(
        RaidDocsDbContext db, TableKind kind, IReadOnlyList<Disclosed> raids, TableFormat format, IReadOnlyList<Table> tables, byte[] made, CancellationToken cancellationToken)
    {
        try
        {
            TableInside.Check(made, format, tables, Withheld(raids), [.. texts.All, .. lists.All.SelectMany(item => new[] { item.En, item.Th })]);
        }
        catch (LeakFoundException found)
        {
            foreach (var told in raids)
            {
                db.NoteAct("stopped", KindOf(kind), told.RaidId.ToString("D"), told.RaidId, [.. found.Leaks.Select(leak => leak.Where).Distinct()]);
            }

            await db.SaveChangesAsync(cancellationToken);
            var places = string.Join("; ", found.Leaks.Select(leak => $"{PlacesInCase.Of(leak.Place, texts)} ({leak.Where})").Distinct());
            throw new DomainRuleException($"Something that {raids[0].Audience} may not read stands in the tables: {places}. Nothing was kept");
        }
    }

    // What one raid may tell is no secret of another: their women's codes are the same words.
    private static List<WithheldText> Withheld(IReadOnlyList<Disclosed> raids)
    {
        if (raids is [var only])
        {
            return [.. only.Withheld];
        }

        var told = string.Join('\n', raids.SelectMany(one => CaseTexts.In(one.File)).Select(text => LeakSearch.Squeezed(text.Text)));
        return [.. raids.SelectMany(one => one.Withheld).Where(text => text.Kind is not WithheldKind.Text || !told.Contains(LeakSearch.Squeezed(text.Text), StringComparison.Ordinal))];
    }

    private static Table About(TableKind kind, IReadOnlyList<Disclosed> raids) => AboutRow.Shape.Of(
    [
        .. (kind switch
        {
            TableKind.Huridocs => new AboutRow[]
            {
                new("standard", "HURIDOCS Events Standard Formats, 2nd edition 2001. Numbers of fields and a few codes of its micro-thesauri (HURIDOCS 2001); the lists themselves are not in this file"),
                new("codes", "a code stands behind the number of its list: MT17:0305 is 0305 of list 17"),
            },
            TableKind.Htcds => [new("standard", "Human Trafficking Case Data Standard 2.0 by IOM, CC BY 4.0. IOM does not endorse this file")],
            _ => [new("smallest number told", StandardWords.Number(AudienceRules.SmallestPublicGroup))],
        }),
        new("own columns", "their names begin with rd_"),
        new("described in", "docs/standards.md of RaidDocs"),
        new("made for", StandardWords.Of(raids[0].Audience)),
        new("women counted who said yes", kind == TableKind.Statistics ? "keep, count in statistics" : string.Join(", ", NeededConsent.For(Surface.Csv, raids[0].Audience).Order().Select(purpose => StandardWords.Of(purpose)))),
    ]);

    private static string KindOf(TableKind kind) => kind switch
    {
        TableKind.Huridocs => ExportKind.Huridocs,
        TableKind.Htcds => ExportKind.Htcds,
        _ => ExportKind.Statistics,
    };
}

/// <summary>A file of tables that was listed and may be handed over.</summary>
/// <param name="File">Its bytes.</param>
/// <param name="Copy">Its number in the list of what left.</param>
/// <param name="Rows">How many rows each table has.</param>
public sealed record MadeTables(byte[] File, int Copy, IReadOnlyList<(string Table, int Rows)> Rows);
