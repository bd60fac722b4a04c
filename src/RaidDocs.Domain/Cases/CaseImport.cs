using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Staff;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Cases;

/// <summary>What an import did, or would do.</summary>
/// <param name="RaidCode">The code the raid has in the store; null when nothing may be written.</param>
/// <param name="Women">How many women it holds.</param>
/// <param name="Problems">Empty when all is well.</param>
public sealed record CaseImportResult(string? RaidCode, int Women, IReadOnlyList<CaseProblem> Problems);

/// <summary>
/// Brings one case file into the store: all of it or nothing. It makes every entity first, which asks every rule, and
/// saves only when nobody complained.
/// </summary>
public sealed partial class CaseImport(RaidDocsDbContext db, DateOnly today)
{
    private readonly List<CaseProblem> _problems = [];
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Facility> _facilities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Woman> _women = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Testimony> _testimonies = new(StringComparer.Ordinal);
    private Raid _raid = null!;

    /// <param name="file">What <see cref="CaseReader"/> read.</param>
    /// <param name="checkOnly">Write nothing.</param>
    /// <param name="again">Take it for another raid, although one of that name and day is there.</param>
    /// <param name="team">Who may see it.</param>
    /// <param name="cancellationToken">Ends the work; nothing is written then.</param>
    public Task<CaseImportResult> RunAsync(
        CaseFile file, bool checkOnly, bool again, IReadOnlyList<Guid> team, CancellationToken cancellationToken) =>
        db.InOneWriteAsync(() => AddAsync(file, checkOnly, again, [], team, cancellationToken), cancellationToken);

    /// <summary>The raid that was added.</summary>
    internal Guid RaidId => _raid.Id;

    /// <summary>
    /// The same within a write of the caller, who undoes it when there are problems. Raids that came in beside it are others, also those of its
    /// name and day: the store they come from held both.
    /// </summary>
    internal async Task<CaseImportResult> AddAsync(
        CaseFile file, bool checkOnly, bool again, IReadOnlyCollection<string> beside, IReadOnlyList<Guid> team, CancellationToken cancellationToken)
    {
        await AddRaidAsync(file, again, beside, cancellationToken);
        await AddFacilitiesAsync(file, cancellationToken);
        AddSources(file);
        await AddWomenAsync(file, cancellationToken);
        AddTestimonies(file);
        AddWhatWasReadBack(file);
        AddFactsOfRaid(file);
        await AddOwnItemsAsync(file, cancellationToken);
        AddViolations(file);
        await AddClockRulesAsync(file, cancellationToken);
        AddFactsOfWomen(file);
        AddEvidence(file);
        AddCourt(file);
        db.AddRange(team.Select(user => new TeamMember(_raid.Id, user)));

        if (checkOnly || _problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new CaseImportResult(_problems.Count > 0 ? null : _raid.Code, file.Women.Count, _problems);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new CaseImportResult(_raid.Code, file.Women.Count, []);
    }

    private async Task AddRaidAsync(CaseFile file, bool again, IReadOnlyCollection<string> beside, CancellationToken cancellationToken)
    {
        Try("$.raid.when", () => Raid.CheckWhen(file.Raid.When, today));
        var name = file.Raid.Name;
        var when = file.Raid.When;
        var same = await db.Raids
            .Where(raid => raid.Facts.Name == name && raid.Facts.When == when && !beside.Contains(raid.Code))
            .Select(raid => raid.Code)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is not null && !again)
        {
            Add("$.raid", $"This raid is in the store already, as {same}. Nothing was written. If it is another raid, say so with --again.");
        }

        var codes = await db.Raids.Select(raid => raid.Code).ToListAsync(cancellationToken);
        if (file.Raid.Code is { } wanted && !Codes.IsRaid(wanted))
        {
            Add("$.raid.code", "Write the letter R and a number, like R03, or leave the code out.");
        }

        var code = file.Raid.Code is { } free && !codes.Contains(free) ? free : Codes.Next("R", codes);
        _raid = new Raid(code, file.Raid, file.Invented);
        db.Raids.Add(_raid);
    }

    private async Task AddFacilitiesAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var known = await db.Facilities.ToListAsync(cancellationToken);
        var codes = known.Select(facility => facility.Code).ToList();
        foreach (var (facts, path) in Each(file.Facilities, "$.facilities"))
        {
            // The very same place stands there already: other raids know it too.
            var facility = known.Find(other => Same(other.Facts, facts));
            if (facility is null)
            {
                facility = new Facility(codes.Contains(facts.Code) ? Codes.Next("F", codes) : facts.Code, facts);
                codes.Add(facility.Code);
                db.Facilities.Add(facility);
            }

            if (!_facilities.TryAdd(facts.Code, facility))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
            }
        }

        db.RaidPlaces.AddRange(_facilities.Values.Distinct().Select(facility => new RaidPlace(_raid.Id, facility.Id)));
    }

    private void AddSources(CaseFile file)
    {
        foreach (var (facts, path) in Each(file.Sources, "$.sources"))
        {
            var source = new Source(_raid.Id, facts.Code, facts);
            if (!_sources.TryAdd(facts.Code, source))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
                continue;
            }

            db.Sources.Add(source);
        }

        foreach (var (facility, path) in Each(file.Facilities, "$.facilities"))
        {
            foreach (var (note, at) in Each(facility.Notes, $"{path}.notes"))
            {
                AddClaim(note, at, source => new FacilityNote(_raid.Id, _facilities[facility.Code].Id, note, source));
            }
        }
    }

    private async Task AddWomenAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<int>();
        foreach (var (facts, path) in Each(file.Women, "$.women"))
        {
            if (WomanCode.ReadNumber(facts.Code) is not { } number)
            {
                Add($"{path}.code", "Write the letter W and a number, like W07.");
                continue;
            }

            if (!numbers.Add(number) || _women.ContainsKey(facts.Code))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each her own code.");
                continue;
            }

            var woman = facts.SameAs is null ? null : await FindWomanAsync(facts.SameAs, $"{path}.sameAs", cancellationToken);
            if (woman is null)
            {
                woman = new Woman(facts);
                db.Women.Add(woman);
            }
            else
            {
                woman.Describe(facts);
            }

            _women.Add(facts.Code, woman);
            db.Apprehensions.Add(new Apprehension(
                _raid, woman, number, new ApprehensionFacts { Role = facts.Role, HowItEnded = facts.HowItEnded }));
        }
    }

    private async Task<Woman?> FindWomanAsync(string typed, string path, CancellationToken cancellationToken)
    {
        if (WomanCode.Read(typed) is { } code)
        {
            var woman = await db.Apprehensions
                .Where(apprehension => apprehension.Number == code.Number)
                .Where(apprehension => db.Raids.Any(raid => raid.Id == apprehension.RaidId && raid.Code == code.Raid))
                .Select(apprehension => apprehension.Woman)
                .FirstOrDefaultAsync(cancellationToken);
            if (woman is not null)
            {
                return woman;
            }
        }

        Add(path, $"No woman {typed} is in the store. Write a code like R01-W06, or leave it out.");
        return null;
    }

    private void AddClaims<TFacts, T>(IEnumerable<T> claims, string path, Func<T, Source?, Claim<TFacts>> make)
        where T : TFacts, IClaimInCase
        where TFacts : Told
    {
        foreach (var (facts, at) in Each(claims, path))
        {
            AddClaim(facts, at, source => make(facts, source));
        }
    }

    private void AddClaim<TFacts>(IClaimInCase facts, string path, Func<Source?, Claim<TFacts>> make)
        where TFacts : Told
    {
        if (Make(path, () => make(SourceOf(facts, path))) is { } claim)
        {
            if (facts.TakenBack is { } because)
            {
                Try($"{path}.takenBack", () => claim.TakeBack(because));
            }

            db.Add(claim);
        }
    }

    private void AddFacts<T>(IEnumerable<T> rows, string path, Func<T, Source?, Entity> make)
        where T : IFactInCase
    {
        foreach (var (facts, at) in Each(rows, path))
        {
            if (Make(at, () => make(facts, SourceOf(facts, at))) is { } fact)
            {
                db.Add(fact);
            }
        }
    }

    private Source? SourceOf(IFactInCase facts, string path) =>
        facts.Source is { } code ? Find(_sources, code, $"{path}.source", "sources") : null;

    private List<Source> SourcesOf(IEnumerable<string> codes, string path) =>
        [.. Each(codes, $"{path}.sources").Select(code => Find(_sources, code.Item, code.Path, "sources")).OfType<Source>().Distinct()];

    private List<Woman> WomenOf(IEnumerable<string> codes, string path) =>
        [.. Each(codes, $"{path}.women").Select(code => Find(_women, code.Item, code.Path, "women")).OfType<Woman>().Distinct()];

    private T? Find<T>(Dictionary<string, T> known, string code, string path, string list)
        where T : class
    {
        if (known.TryGetValue(code, out var found))
        {
            return found;
        }

        Add(path, $"{code} is not in the list {list} of this file. Write one of: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private T? Make<T>(string path, Func<T> make)
        where T : class
    {
        T? made = null;
        Try(path, () => made = make());
        return made;
    }

    private void Try(string path, Action act)
    {
        try
        {
            act();
        }
        catch (DomainRuleException broken)
        {
            Add(path, broken.Message);
        }
    }

    private void Add(string path, string sentence) => _problems.Add(new CaseProblem(path, sentence));

    private static bool Same<T>(T one, T other) =>
        JsonSerializer.Serialize(one, CaseJson.Options) == JsonSerializer.Serialize(other, CaseJson.Options);

    private static IEnumerable<(T Item, string Path)> Each<T>(IEnumerable<T> items, string path) =>
        items.Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")));
}
