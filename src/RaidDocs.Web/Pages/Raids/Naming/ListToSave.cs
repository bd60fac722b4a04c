using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Drafts;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Women;

namespace RaidDocs.Web.Pages.Raids.Naming;

/// <summary>A pasted list beside the women whom the raid has already.</summary>
internal sealed class ListToSave
{
    private readonly RaidDocsDbContext _db;
    private readonly Raid _raid;
    private readonly Draft _draft;
    private readonly NamingWomen _naming;

    private ListToSave(RaidDocsDbContext db, Raid raid, Draft draft, NamingWomen naming, WomenList list) =>
        (_db, _raid, _draft, _naming, List) = (db, raid, draft, naming, list);

    public WomenList List { get; }

    public bool IsSaved => _draft.Became is not null;

    /// <summary>How many women the team said were taken; null when it never did.</summary>
    public int? Counted { get; private init; }

    /// <summary>How many women there are with this list.</summary>
    public int InAll => _naming.RowsAfter(List.Women.Count);

    public bool IsLonger => Counted is { } said && InAll > said;

    /// <summary>Somebody has no place yet, so the first one may be told for all.</summary>
    public bool AsksPlace { get; private init; }

    public IReadOnlyList<EarlierWoman> Earlier { get; private init; } = [];

    public IEnumerable<(string Code, ListedWoman Woman)> Rows => List.Women.Select((woman, index) => (_naming.CodeAt(index), woman));

    public EarlierWoman? EarlierOf(ListedWoman woman) => Earlier.FirstOrDefault(earlier => earlier.Line == woman.Line);

    /// <summary>"Mee (W04)", "Mee (W11)".</summary>
    public IEnumerable<IReadOnlyList<string>> CalledTheSame()
    {
        var codes = Rows.ToDictionary(row => row.Woman.Line, row => row.Code);
        return List.CalledTheSame().Select(IReadOnlyList<string> (same) => [.. same.Select(woman => $"{woman.Called} ({codes[woman.Line]})")]);
    }

    public static async Task<ListToSave?> OpenAsync(RaidDocsDbContext db, string code, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Raids.SingleOrDefaultAsync(raid => raid.Code == code, cancellationToken) is not { } raid
            || await db.FindDraftAsync(id, DraftKind.NamesOf(raid.Id), cancellationToken) is not { } draft)
        {
            return null;
        }

        var naming = await NamingWomen.OpenAsync(db, raid, cancellationToken);
        var before = await db.Raids.Where(row => row.Id == raid.Id)
            .Select(row => new
            {
                Counted = db.Counts
                    .Where(count => count.RaidId == row.Id && count.TakenBackBecause == null && count.Facts.Of == CountOf.WomenTaken && count.Facts.Voice == Voice.Team)
                    .OrderByDescending(count => count.RecordedAt)
                    .Select(count => (int?)(count.Facts.High ?? count.Facts.Low))
                    .FirstOrDefault(),
                HasStays = db.Stays.Any(stay => stay.RaidId == row.Id),
            })
            .SingleAsync(cancellationToken);
        var list = WomenList.Read(draft.Became is null ? PastedList.Of(draft).List : "");
        return new(db, raid, draft, naming, list)
        {
            Earlier = draft.Became is null ? await naming.FindEarlierAsync(list.Women, cancellationToken) : [],
            Counted = before.Counted,
            AsksPlace = !before.HasStays,
        };
    }

    /// <summary>Saves the list and answers how many women it had.</summary>
    public async Task<int> SaveAsync(PreviewForm form, ReferenceLists lists, CancellationToken cancellationToken)
    {
        var place = AsksPlace && form.PlaceKind is { } kind
            ? await _db.FindOrAddPlaceAsync(
                kind, Text(form.PlaceName), _raid.Facts.Province, $"{lists.Words(ListName.FacilityKinds, kind)} ({_raid.Code})", cancellationToken)
            : null;
        var answers = Earlier.Select((woman, index) => (woman, Is: index < form.Same.Count && form.Same[index].Code == woman.Code
            ? form.Same[index].Is
            : MaybeSame.NotSure)).ToList();
        if (answers.Where(answer => answer.Is == MaybeSame.Same).GroupBy(answer => answer.woman.WomanId).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new DomainRuleException($"{twice.First().woman.Code} can be only one woman of this list");
        }

        await _naming.NameAsync(
            List.Women,
            new ForAll { Nationality = Said.Read(form.Nationality), Label = form.Label, LabelBy = form.LabelBy, FirstPlace = place },
            answers.Where(answer => answer.Is == MaybeSame.Same).ToDictionary(answer => answer.woman.Line, answer => answer.woman.WomanId),
            answers.Where(answer => answer.Is == MaybeSame.NotSure)
                .ToDictionary(answer => answer.woman.Line, answer => $"Maybe the same woman as {answer.woman.Code}. Not sure yet."),
            cancellationToken);
        if (IsLonger && form.Count == CountAnswer.Change)
        {
            _db.Counts.Add(new CountClaim(_raid.Id, new CountFacts { Voice = Voice.Team, Of = CountOf.WomenTaken, Low = InAll }, null));
        }

        _draft.Finish(_raid.Code);
        await _db.SaveChangesAsync(cancellationToken);
        return List.Women.Count;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
