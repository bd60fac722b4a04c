using RaidDocs.Documents.Tables;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Disclosure;

namespace RaidDocs.Web.Pages.Reports.Tables;

/// <summary>Raids as a set of tables after the HURIDOCS Events Standard, from what the gate let through.</summary>
internal sealed class HuridocsWriter(StandardWords words)
{
    private readonly List<EventRow> _events = [];
    private readonly List<ActRow> _acts = [];
    private readonly List<InvolvementRow> _involvements = [];
    private readonly List<InformationRow> _informations = [];
    private readonly List<InterventionRow> _interventions = [];
    private readonly List<PersonRow> _persons = [];

    public IReadOnlyList<Table> Write(IReadOnlyList<Disclosed> raids)
    {
        foreach (var told in raids)
        {
            Add(told);
        }

        return
        [
            HuridocsShapes.Events.Of(_events), HuridocsShapes.Acts.Of(_acts), HuridocsShapes.Involvements.Of(_involvements),
            HuridocsShapes.Informations.Of(_informations), HuridocsShapes.Interventions.Of(_interventions), HuridocsShapes.Persons.Of(_persons),
        ];
    }

    private void Add(Disclosed told)
    {
        var (file, raid) = (told.File, told.File.Raid.Code ?? "");
        _events.Add(new EventRow(told, words));
        var all = $"{raid}-G0";
        _persons.Add(new PersonRow(all, "group", words) { All = told.Tell(file.Women.Count, told.WomenInAll) });
        var seesEach = told.Audience.SeesEachWoman();
        if (seesEach)
        {
            _persons.AddRange(file.Women.Select(woman => new PersonRow(NumberOf(raid, woman.Code), "individual", words) { Woman = woman }));
        }

        _persons.AddRange(file.Groups.Select((group, index) => new PersonRow($"{raid}-G{StandardWords.Number(index + 1)}", "group", words) { Group = group }));
        var first = _acts.Count;
        foreach (var violation in file.Violations)
        {
            AddViolation(told, violation, all);
        }

        foreach (var woman in seesEach ? file.Women : [])
        {
            foreach (var stay in woman.Stays)
            {
                AddStay(file, raid, woman, stay);
            }
        }

        var agencies = _acts.Skip(first).SelectMany(AgenciesOf).Distinct().ToList();
        _persons.AddRange(agencies.Select(agency => new PersonRow(AgencyNumber(raid, agency), "organisation", words) { Agency = agency }));
        foreach (var act in _acts.Skip(first).ToList())
        {
            _involvements.AddRange(AgenciesOf(act).Select((agency, index) => new InvolvementRow($"{act.Number}-I{StandardWords.Number(index + 1)}", act, AgencyNumber(raid, agency), agency)));
        }

        _informations.AddRange(file.Sources.Select(source => new InformationRow($"{raid}-{source.Code}", raid, source, [.. Statements(file).Where(one => one.Sources.Contains(source.Code)).Select(one => one.Said)])));
        _interventions.AddRange(file.Interventions.Select((done, index) => new InterventionRow($"{raid}-N{StandardWords.Number(index + 1)}", raid, done)));
    }

    private void AddViolation(Disclosed told, ViolationInCase violation, string all)
    {
        var (file, raid) = (told.File, told.File.Raid.Code ?? "");
        var women = told.Audience.SeesEachWoman() && !violation.AllWomen ? file.Women.FindAll(woman => violation.Women.Contains(woman.Code)) : [];
        if (women.Count == 0)
        {
            // Where nobody was named, it is not known to whom it was done: not to all of them.
            _acts.Add(new ActRow(NextAct(raid), raid, violation.AllWomen || violation.Women.Count > 0 ? all : null, words)
            {
                Violation = violation,
                Women = violation.AllWomen || violation.Women.Count == 0 ? null : told.Tell(violation.Women.Count, file.Women.Count),
            });
        }

        foreach (var woman in women)
        {
            _acts.Add(new ActRow(NextAct(raid), raid, NumberOf(raid, woman.Code), words) { Violation = violation, Woman = woman });
        }
    }

    private void AddStay(CaseFile file, string raid, WomanInCase woman, StayInCase stay) =>
        _acts.Add(new ActRow(NextAct(raid), raid, NumberOf(raid, woman.Code), words)
        {
            Stay = stay,
            Woman = woman,
            Place = file.Facilities.Find(place => place.Code == stay.Facility),
            Court = file.CourtCases.FindAll(one => one.Women.Exists(part => part.Woman == woman.Code)),
        });

    private string NextAct(string raid) => $"{raid}-A{StandardWords.Number(_acts.Count + 1)}";

    private static string NumberOf(string raid, string woman) => $"{raid}-{woman}";

    private static string AgencyNumber(string raid, string agency) => $"{raid}-O-{agency}";

    private static IEnumerable<string> AgenciesOf(ActRow act) => act.Violation is { } violation ? violation.By : act.Place?.Agency is { } agency ? [agency] : [];

    private static IEnumerable<(IReadOnlyList<string> Sources, Told Said)> Statements(CaseFile file)
    {
        static (IReadOnlyList<string>, Told) Of(string? source, Told said) => (source is null ? [] : [source], said);

        return
        [
            .. file.Violations.Select(one => ((IReadOnlyList<string>)one.Sources, (Told)one)),
            .. file.Counts.Select(one => Of(one.Source, one)),
            .. file.Groups.Select(one => Of(one.Source, one)),
            .. file.Interventions.Select(one => Of(one.Source, one)),
            .. file.Women.SelectMany(woman => woman.Stays).Select(one => Of(one.Source, one)),
        ];
    }
}
