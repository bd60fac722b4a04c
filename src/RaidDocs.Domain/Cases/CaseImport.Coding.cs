using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Violations;

namespace RaidDocs.Domain.Cases;

// What was coded: the organisation's own entries, the violations, and the passages they stand on.
public sealed partial class CaseImport
{
    // Codes of own entries of the file and what they are called in this store.
    private readonly Dictionary<string, string> _ownCodes = new(StringComparer.Ordinal);

    private async Task AddOwnItemsAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var known = await db.OwnItems.ToListAsync(cancellationToken);
        var codes = known.Select(item => item.Code).ToList();

        // Articles first: acts name them.
        foreach (var (facts, path) in Each(file.OwnItems, "$.ownItems").OrderBy(item => item.Item.List == ListName.Acts))
        {
            var letters = OwnItem.LettersOf(facts.List);
            if (!facts.Code.StartsWith(letters, StringComparison.Ordinal) || !Digits.TryWhole(facts.Code[letters.Length..], out _))
            {
                Add($"{path}.code", $"Write {letters} and a number, like {letters}01.");
                continue;
            }

            var here = new OwnItemFacts { List = facts.List, En = facts.En, Th = facts.Th, Kind = facts.Kind, Articles = OwnCodesIn(facts.Articles) };
            if (known.Find(other => Same(other.Facts, here)) is { } same)
            {
                _ownCodes[facts.Code] = same.Code;
                continue;
            }

            var code = codes.Contains(facts.Code) ? Codes.Next(letters, codes) : facts.Code;
            if (Make(path, () => new OwnItem(code, here, facts.Edition, facts.IsRetired)) is not { } item)
            {
                continue;
            }

            codes.Add(code);
            if (!_ownCodes.TryAdd(facts.Code, code))
            {
                Add($"{path}.code", $"{facts.Code} stands twice in this list. Give each its own code.");
                continue;
            }

            db.OwnItems.Add(item);
        }
    }

    private void AddViolations(CaseFile file)
    {
        foreach (var (told, path) in Each(file.Violations, "$.violations"))
        {
            var facts = new ViolationInCase(told) { Act = _ownCodes.GetValueOrDefault(told.Act, told.Act), Articles = OwnCodesIn(told.Articles) };
            var violation = new Violation(_raid.Id, facts, SourcesOf(told.Sources, path), WomenOf(told.Women, path));
            foreach (var (passage, at) in Each(told.Passages, $"{path}.passages"))
            {
                if (PlaceOf(passage.Testimony, passage.Passage, passage.EarlierWords, at) is { } place)
                {
                    violation.Mark(place.Place, PartOf(passage, place.Text, at), passage.MarkedBy, passage.Alone);
                }
            }

            if (told.ReviewedBy is { } reviewer)
            {
                violation.Agree(reviewer);
            }

            if (told.ToTalkAbout)
            {
                violation.TalkAbout();
                AddIf(told.ReviewedBy is not null, $"{path}.toTalkAbout", "What a second person agreed to does not wait for a talk. Leave one of the two out.");
            }

            db.Violations.Add(violation);
        }

        foreach (var (row, path) in Each(file.NothingToCode, "$.nothingToCode"))
        {
            if (PlaceOf(row.Testimony, row.Passage, row.EarlierWords, path) is { } place)
            {
                db.NothingToCode.Add(new NothingToCode(_raid.Id, place.Place, row.SaidBy, row.Alone));
            }
        }
    }

    // Null text: words that are not kept in this store.
    private (PassagePlace Place, string? Text)? PlaceOf(string code, int number, bool isEarlier, string path)
    {
        if (Find(_testimonies, code, $"{path}.testimony", "testimonies") is not { } told)
        {
            return null;
        }

        if (isEarlier)
        {
            return (new PassagePlace(told.Id, 0, number), null);
        }

        if (told.Words.FirstOrDefault(passage => passage.Number == number) is { } found)
        {
            return (new PassagePlace(told.Id, told.Revision, number), found.Facts.Text);
        }

        Add($"{path}.passage", $"{code} has no passage {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Passages are counted from 1.");
        return null;
    }

    private MarkedPart? PartOf(PassageInCase passage, string? text, string path)
    {
        if (passage is { From: null, To: null })
        {
            return null;
        }

        var isPart = passage is { From: >= 0, To: not null } && passage.From < passage.To && (text is null || passage.To <= text.Length);
        AddIf(!isPart, $"{path}.to", "Write where the part begins and the place after its end, both inside the passage, or leave both out.");
        return isPart ? new MarkedPart(passage.From!.Value, passage.To!.Value) : null;
    }

    private List<string> OwnCodesIn(IEnumerable<string> articles) => [.. articles.Select(article => _ownCodes.GetValueOrDefault(article, article))];

    private void AddIf(bool isWrong, string path, string sentence)
    {
        if (isWrong)
        {
            Add(path, sentence);
        }
    }
}
