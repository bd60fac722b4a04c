using System.Text.RegularExpressions;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Cases;

// What is known of the files. Their bytes are sent later; by its hash each is known again.
public sealed partial class CaseImport
{
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);

    // Signed forms are named by answers, which come before the files.
    private readonly List<(string Code, string Path, Consent Consent)> _forms = [];

    private void AddEvidence(CaseFile file)
    {
        foreach (var (facts, path) in Each(file.Evidence, "$.evidence"))
        {
            if (Evidence.ReadCode(facts.Code) is not { } code)
            {
                Add($"{path}.code", "Write the letter E and a number, like E7, or E7.1 for a copy of it.");
                continue;
            }

            if (!Sha256().IsMatch(facts.File.Sha256))
            {
                Add($"{path}.file.sha256", "Write the SHA-256 of the file: 64 digits, 0 to 9 and a to f.");
            }

            var made = new Evidence(_raid.Id, code.Number, code.Copy, facts, facts.File);
            if (!_evidence.TryAdd(facts.Code, made))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
                continue;
            }

            made.IsAbout(WomenOf(facts.Women, path).Select(woman => woman.Id));
            db.Evidence.Add(made);
        }

        foreach (var (facts, path) in Each(file.Evidence, "$.evidence"))
        {
            if (_evidence.TryGetValue(facts.Code, out var made))
            {
                Tie(made, facts, path);
            }
        }

        foreach (var (code, path, _) in _forms)
        {
            Find(_evidence, code, path, "evidence");
        }

        foreach (var (facts, path) in Each(file.Sources, "$.sources"))
        {
            if (_sources.TryGetValue(facts.Code, out var source))
            {
                source.LiesIn(facts.Evidence is null ? null : Find(_evidence, facts.Evidence, $"{path}.evidence", "evidence")?.Id);
                source.IsOf(facts.Testimony is null ? null : Find(_testimonies, facts.Testimony, $"{path}.testimony", "testimonies")?.Id);
            }
        }
    }

    private void Tie(Evidence made, EvidenceInCase facts, string path)
    {
        if (facts.Parent is { } parent)
        {
            if (Find(_evidence, parent, $"{path}.parent", "evidence") is { } original)
            {
                if (original.Number == made.Number && original.Copy < made.Copy)
                {
                    made.IsCopyOf(original);
                }
                else
                {
                    Add($"{path}.parent", "A copy carries the number of its original: E7.1 is a copy of E7, E7.2 of E7 or of E7.1.");
                }
            }
        }

        var testimony = facts.Testimony is null ? null : Find(_testimonies, facts.Testimony, $"{path}.testimony", "testimonies");
        var forms = _forms.Where(form => form.Code == facts.Code).ToList();
        if (forms.Count > 1)
        {
            Add(forms[1].Path, $"{facts.Code} is the form of another answer already.");
        }

        made.IsRecordOf(testimony?.Id, forms is [var (_, _, consent), ..] ? consent.Id : null);
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
