using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Court;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Sources;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Domain.Violations;
using RaidDocs.Domain.Women;

namespace RaidDocs.Domain.Cases;

/// <summary>Whether a case is read with its names.</summary>
internal enum NamesInCase
{
    LeftOut,

    /// <summary>Somebody will read them: each reading is recorded.</summary>
    ForAPerson,

    /// <summary>Nobody reads them: they are what must not be found in what leaves.</summary>
    ToKeepOut,
}

/// <summary>Writes one raid of the store as a case file, names included where asked for. A fixed number of queries, whatever its size.</summary>
public static class CaseExport
{
    /// <summary>
    /// The whole case with names, for a store of the same house: a copy of the record, not a disclosure. Null when there is
    /// no such raid for this viewer. Words that a woman refused to have kept, or took back, are left out.
    /// </summary>
    public static async Task<CaseFile?> CopyCaseAsync(this RaidDocsDbContext db, string raidCode, DateOnly today, CancellationToken cancellationToken)
    {
        var file = await db.ReadCaseAsync(raidCode, NamesInCase.ForAPerson, cancellationToken);
        return file is null ? null : file with { Testimonies = [.. file.Testimonies.Select(told => MayBeKept(file, told, today) ? told : told with { Passages = [], Note = null, ReadBacks = [], Statements = [] })] };
    }

    private static bool MayBeKept(CaseFile file, TestimonyInCase told, DateOnly today) =>
        told.Woman is null || file.Women.Single(woman => woman.Code == told.Woman).Consents
            .Where(record => record.Testimony is null || record.Testimony == told.Code)
            .StateOf(Purpose.Keep, today) is not (ConsentState.No or ConsentState.TakenBack);

    /// <summary>Null when there is no such raid for this viewer.</summary>
    /// <param name="db">The store.</param>
    /// <param name="raidCode">R03.</param>
    /// <param name="names">Whether names are in it, and for whom.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static async Task<CaseFile?> ReadCaseAsync(
        this RaidDocsDbContext db, string raidCode, NamesInCase names, CancellationToken cancellationToken)
    {
        var raid = await db.Raids.AsNoTracking().SingleOrDefaultAsync(row => row.Code == raidCode, cancellationToken);
        if (raid is null)
        {
            return null;
        }

        async Task<List<T>> RowsAsync<T>(IQueryable<T> rows)
            where T : Entity, IOfRaid =>
            await rows.AsNoTracking().Where(row => row.RaidId == raid.Id).OrderBy(row => row.RecordedAt).ToListAsync(cancellationToken);

        var sources = await RowsAsync(db.Sources);
        var codeOfSource = sources.ToDictionary(source => source.Id, source => source.Code);
        string? SourceOf(Guid? id) => id is { } known ? codeOfSource[known] : null;
        List<string> SourcesOf(IEnumerable<Source> linked) =>
            [.. sources.Where(source => linked.Any(other => other.Id == source.Id)).Select(source => source.Code)];

        var taken = await db.Apprehensions.IgnoreQueryFilters([TeamFilter.Joined]).AsNoTracking()
            .Where(row => row.RaidId == raid.Id)
            .OrderBy(row => row.Number)
            .Include(row => row.Woman)
            .ToListAsync(cancellationToken);
        var apprehensions = taken.FindAll(row => row.LeadsToId is null);
        var codeOfWoman = apprehensions.ToDictionary(row => row.WomanId, row => row.Code);

        // A line that named both women who turned out to be one names the one.
        var leads = taken.Where(row => row.LeadsToId is not null).ToDictionary(row => row.WomanId, row => row.LeadsToId!.Value);
        Guid Stays(Guid woman) => leads.TryGetValue(woman, out var other) ? Stays(other) : woman;
        List<string> WomenOf(IEnumerable<Woman> linked) => [.. linked.Select(woman => codeOfWoman[Stays(woman.Id)]).Distinct().Order(StringComparer.Ordinal)];
        var women = apprehensions.Select(row => row.WomanId).ToList();
        var earlier = await db.Apprehensions.AsNoTracking()
            .Where(row => women.Contains(row.WomanId))
            .Join(db.Raids.Where(other => other.RecordedAt < raid.RecordedAt), row => row.RaidId, other => other.Id, (row, other) => new { row.WomanId, Raid = other.Code, row.Number, other.RecordedAt })
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);
        var sameAs = earlier.GroupBy(row => row.WomanId).ToDictionary(
            row => row.Key, row => new WomanCode(row.First().Raid, row.First().Number).ToString());

        var stays = await RowsAsync(db.Stays);
        var notes = await RowsAsync(db.FacilityNotes);
        var alsoPlaces = await db.RaidPlaces.AsNoTracking().Where(place => place.RaidId == raid.Id).Select(place => place.FacilityId).ToListAsync(cancellationToken);
        var places = stays.Select(stay => stay.FacilityId).OfType<Guid>().Concat(notes.Select(note => note.FacilityId)).Concat(alsoPlaces).Distinct().ToList();
        var facilities = await db.Facilities.AsNoTracking()
            .Where(facility => places.Contains(facility.Id))
            .OrderBy(facility => facility.Code)
            .ToListAsync(cancellationToken);
        var codeOfFacility = facilities.ToDictionary(facility => facility.Id, facility => facility.Code);
        var testimonies = await db.Testimonies.AsNoTracking()
            .Where(row => row.RaidId == raid.Id)
            .OrderBy(row => row.RecordedAt)
            .Include(row => row.Passages)
            .ToListAsync(cancellationToken);
        var codeOfTestimony = testimonies.ToDictionary(testimony => testimony.Id, testimony => testimony.Code);
        var named = names == NamesInCase.LeftOut ? [] : await RowsAsync(db.WomanNames);
        if (names == NamesInCase.ForAPerson)
        {
            db.NoteReading(nameof(WomanName), named.Select(name => name.WomanId).Distinct(), raid.Id, "case export");
        }

        // What was read back and what a court was given are copied, and go into no document from here.
        var readBacks = names == NamesInCase.ForAPerson ? await RowsAsync(db.ReadBacks) : [];
        var statements = names == NamesInCase.ForAPerson ? await RowsAsync(db.Statements) : [];
        var ages = await RowsAsync(db.Ages);
        var labels = await RowsAsync(db.Labels);
        var procedures = await RowsAsync(db.Procedures);
        var money = await RowsAsync(db.MoneyLines);
        var consents = await RowsAsync(db.Consents);
        var letters = await RowsAsync(db.LetterAnswers);
        var notToday = await RowsAsync(db.NotToday);
        var parts = await RowsAsync(db.CourtParts);
        var hearings = await RowsAsync(db.Hearings);
        var orders = await RowsAsync(db.CourtOrders.Include(order => order.Women));
        var clocks = await RowsAsync(db.Clocks.Include(clock => clock.Rule));

        var evidence = await RowsAsync(db.Evidence.Include(row => row.Women));
        var codeOfEvidence = evidence.ToDictionary(row => row.Id, row => row.Code);

        var violations = await RowsAsync(db.Violations.Include(row => row.Sources).Include(row => row.Women).Include(row => row.Passages).AsSplitQuery());
        bool IsEarlier(Guid testimony, int revision, int number) => !testimonies.Single(told => told.Id == testimony).StillSays(revision, number);

        return new CaseFile
        {
            Format = CaseFile.FormatName,
            Invented = raid.IsInvented,
            Raid = new RaidInCase(raid.Facts) { Code = raid.Code },
            Sources =
            [
                .. sources.Select(row => new SourceInCase(row.Code, row.Facts)
                {
                    Evidence = row.EvidenceId is { } file ? codeOfEvidence[file] : null,
                    Testimony = row.TestimonyId is { } told ? codeOfTestimony[told] : null,
                }),
            ],
            Evidence =
            [
                .. evidence.OrderBy(row => (row.Number, row.Copy)).Select(row => new EvidenceInCase(row.Code, row.Facts, row.File)
                {
                    Parent = row.ParentId is { } original ? codeOfEvidence[original] : null,
                    Testimony = row.TestimonyId is { } told ? codeOfTestimony[told] : null,
                    Women = [.. row.Women.Select(link => codeOfWoman[link.WomanId]).Distinct().Order(StringComparer.Ordinal)],
                }),
            ],
            Facilities =
            [
                .. facilities.Select(row => new FacilityInCase(row.Code, row.Facts)
                {
                    Notes =
                    [
                        .. notes.Where(note => note.FacilityId == row.Id).Select(note => new FacilityNoteInCase(note.Facts)
                        {
                            Source = SourceOf(note.SourceId),
                            TakenBack = note.TakenBackBecause,
                        }),
                    ],
                }),
            ],
            Counts = [.. (await RowsAsync(db.Counts)).Select(row => new CountInCase(row.Facts) { Source = SourceOf(row.SourceId), TakenBack = row.TakenBackBecause })],
            Groups = [.. (await RowsAsync(db.Groups)).Select(row => new GroupInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
            Women =
            [
                .. apprehensions.Select(her => new WomanInCase(her.Code, her.Woman.Facts)
                {
                    SameAs = sameAs.GetValueOrDefault(her.WomanId),
                    Role = her.Facts.Role,
                    HowItEnded = her.Facts.HowItEnded,
                    Names = [.. named.Of(her).Select(row => new NameInCase(row.Facts) { Source = SourceOf(row.SourceId), TakenBack = row.TakenBackBecause })],
                    Ages = [.. ages.Of(her).Select(row => new AgeInCase(row.Facts) { Source = SourceOf(row.SourceId), TakenBack = row.TakenBackBecause })],
                    Labels = [.. labels.Of(her).Select(row => new LabelInCase(row.Facts) { Source = SourceOf(row.SourceId), TakenBack = row.TakenBackBecause })],
                    Stays =
                    [
                        .. stays.Of(her).Select(row => new StayInCase(row.Facts)
                        {
                            Facility = row.FacilityId is { } facility ? codeOfFacility[facility] : null,
                            Source = SourceOf(row.SourceId),
                        }),
                    ],
                    Procedures = [.. procedures.Of(her).Select(row => new ProcedureInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
                    Money = [.. money.Where(row => row.WomanId == her.WomanId).Select(row => new MoneyInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
                    Consents =
                    [
                        .. consents.Of(her).Select(row => new ConsentInCase(row.Facts)
                        {
                            Testimony = row.TestimonyId is { } testimony ? codeOfTestimony[testimony] : null,
                            Forms = [.. evidence.Where(form => form.ConsentId == row.Id).Select(form => form.Code).Order(StringComparer.Ordinal)],
                        }),
                    ],
                    Clocks = [.. clocks.Of(her).Select(row => new ClockInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
                    Letters = [.. letters.Of(her).Select(row => new LetterAnswerInCase(row.Facts))],
                    NotToday = [.. notToday.Of(her).Select(row => new NotTodayInCase(row.Facts))],
                }),
            ],
            Testimonies =
            [
                .. testimonies.Select(row => new TestimonyInCase(row.Code, row.Facts)
                {
                    Woman = row.WomanId is { } woman ? codeOfWoman[woman] : null,
                    Passages = [.. row.Words.Select(passage => passage.Facts)],
                    ReadBacks = ReadBacksOf(row, [.. readBacks.Where(read => read.TestimonyId == row.Id)]),
                    Statements =
                    [
                        .. statements.Where(one => one.TestimonyId == row.Id).OrderBy(one => one.Number).Select(one => new StatementInCase
                        {
                            Number = one.Number,
                            Speaker = one.Speaker,
                            Language = one.Language,
                            EarlierWords = one.Revision != row.Revision,
                            Paragraphs = [.. one.Words()],
                            Certificate = one.Certificate,
                            Truth = one.Truth,
                            ReadBack = one.ReadBack,
                        }),
                    ],
                }),
            ],
            CourtCases =
            [
                .. (await RowsAsync(db.CourtCases)).Select(row => new CourtCaseInCase(row.Code, row.Facts)
                {
                    Source = SourceOf(row.SourceId),
                    Women =
                    [
                        .. parts.Where(part => part.CourtCaseId == row.Id).Select(part => new CourtPartInCase(codeOfWoman[part.WomanId], part.Facts)
                        {
                            Source = SourceOf(part.SourceId),
                            TakenBack = part.TakenBackBecause,
                        }),
                    ],
                    Hearings =
                    [
                        .. hearings.Where(hearing => hearing.CourtCaseId == row.Id)
                            .Select(hearing => new HearingInCase(hearing.Facts) { Source = SourceOf(hearing.SourceId), Follows = PlaceOf(hearings, row.Id, hearing.FollowsId) }),
                    ],
                    Orders =
                    [
                        .. orders.Where(order => order.CourtCaseId == row.Id)
                            .Select(order => new OrderInCase(order.Facts) { Source = SourceOf(order.SourceId), Women = WomenOf(order.Women) }),
                    ],
                }),
            ],
            Chronology =
            [
                .. (await RowsAsync(db.Chronology.Include(row => row.Sources).Include(row => row.Women).AsSplitQuery()))
                    .Select(row => new ChronologyInCase(row.Facts) { Sources = SourcesOf(row.Sources), Women = WomenOf(row.Women) }),
            ],
            Checklist = [.. (await RowsAsync(db.Checklist)).Select(row => new ChecklistInCase(row.Facts) { Source = SourceOf(row.SourceId), TakenBack = row.TakenBackBecause })],
            Violations =
            [
                .. violations.Select(row => new ViolationInCase(row.Facts)
                    {
                        Sources = SourcesOf(row.Sources),
                        Women = WomenOf(row.Women),
                        ReviewedBy = row.ReviewedBy,
                        ToTalkAbout = row.ToTalkAbout,
                        Passages =
                        [
                            .. row.Passages.OrderBy(passage => passage.RecordedAt).Select(passage => new PassageInCase
                            {
                                Testimony = codeOfTestimony[passage.TestimonyId],
                                Passage = passage.Number,
                                From = passage.From,
                                To = passage.To,
                                EarlierWords = IsEarlier(passage.TestimonyId, passage.Revision, passage.Number),
                                MarkedBy = passage.MarkedBy,
                                Alone = passage.Alone,
                            }),
                        ],
                    }),
            ],
            NothingToCode =
            [
                .. (await RowsAsync(db.NothingToCode)).Select(row => new NothingInCase
                {
                    Testimony = codeOfTestimony[row.TestimonyId],
                    Passage = row.Number,
                    EarlierWords = IsEarlier(row.TestimonyId, row.Revision, row.Number),
                    SaidBy = row.SaidBy,
                    Alone = row.Alone,
                }),
            ],
            ClockRules =
            [
                .. clocks.Select(clock => clock.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Code, StringComparer.Ordinal).ThenBy(rule => rule.Edition, StringComparer.Ordinal)
                    .Select(rule => new ClockRuleInCase(rule.Code, rule.Facts) { CheckedBy = rule.CheckedBy, CheckedOn = rule.CheckedOn }),
            ],
            OwnItems = await OwnItemsOfAsync(db, violations, cancellationToken),
            Money = [.. money.Where(row => row.WomanId is null).Select(row => new MoneyInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
            Interventions = [.. (await RowsAsync(db.Interventions)).Select(row => new InterventionInCase(row.Facts) { Source = SourceOf(row.SourceId) })],
        };
    }

    private static List<ReadBackInCase> ReadBacksOf(Testimony told, List<ReadBack> rows)
    {
        var sittings = rows.Select(row => row.SittingId).Distinct().ToList();
        return
        [
            .. rows.OrderBy(row => sittings.IndexOf(row.SittingId)).ThenBy(row => row.Number).Select(row => new ReadBackInCase(row.Facts)
            {
                Sitting = sittings.IndexOf(row.SittingId) + 1,
                Passage = row.Number,
                EarlierWords = !told.StillSays(row.Revision, row.Number),
            }),
        ];
    }

    // The organisation's own acts and articles that these violations name, and the articles that those acts propose.
    private static async Task<List<OwnItemInCase>> OwnItemsOfAsync(RaidDocsDbContext db, List<Violation> violations, CancellationToken cancellationToken)
    {
        var own = await db.OwnItems.AsNoTracking().OrderBy(item => item.Code).ToListAsync(cancellationToken);
        var named = violations.SelectMany(violation => violation.Facts.Articles.Append(violation.Facts.Act)).ToHashSet(StringComparer.Ordinal);
        named.UnionWith(own.Where(item => named.Contains(item.Code)).SelectMany(item => item.Facts.Articles).ToList());
        return [.. own.Where(item => named.Contains(item.Code)).Select(item => new OwnItemInCase(item.Code, item.Facts) { Edition = item.Edition, IsRetired = item.IsRetired })];
    }

    // Counted from 1 among the days of its case.
    private static int? PlaceOf(List<Hearing> hearings, Guid courtCase, Guid? id) =>
        id is null ? null : hearings.Where(hearing => hearing.CourtCaseId == courtCase).ToList().FindIndex(hearing => hearing.Id == id) + 1;

    private static IEnumerable<T> Of<T>(this IEnumerable<T> rows, Apprehension her)
        where T : IOfWoman => rows.Where(row => row.WomanId == her.WomanId);
}
