using RaidDocs.Documents.Forms;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;

namespace RaidDocs.Web.Pages.Reports.Forms;

// The three forms, part by part. The questions are in our own words: the bodies' own forms change.
internal sealed partial class FormWriter
{
    private static readonly Topic[] Happened = [Topic.TheNight, Topic.Sorting, Topic.Tests, Topic.Custody, Topic.Interpreters];

    private IEnumerable<FormSection> ArbitraryDetention()
    {
        foreach (var woman in file.Women)
        {
            yield return new(2, woman.Code, []) { Guide = texts["The questions are in our own words. Check them against the newest form of the Working Group."] };
            yield return new(3, texts["1 Who she is"], [.. Identity(woman)]);
            yield return new(3, texts["2 How she was taken"], [.. Taken(woman)]);
            yield return new(3, texts["3 Where she was held"], []);
            foreach (var section in Held(woman, 4))
            {
                yield return section;
            }

            yield return new(3, texts["4 What happened, and why it may be arbitrary"], [.. Told(woman.Code, Happened), .. Done(woman), .. Passed(woman)]);
            yield return Hints(woman, 4);
        }

        foreach (var section in TheNight())
        {
            yield return section;
        }

        yield return Steps(texts["5 Steps in Thailand"]);
        yield return Author(texts["6 Who submits it: confidential"]) with { Guide = texts["This part is for the Working Group alone. It is filled in by hand and is not passed on."] };
    }

    private IEnumerable<FormSection> SpecialProcedures()
    {
        yield return new(2, texts["1 Whom it is about"], []);
        foreach (var woman in file.Women)
        {
            yield return new(3, woman.Code, [.. Identity(woman)]);
        }

        yield return new(2, texts["2 Who is responsible"], [.. Responsible()]);
        yield return new(2, texts["3 Date, place and what happened"], [.. Told(null, Happened)]);
        foreach (var woman in file.Women)
        {
            yield return new(3, woman.Code, [.. Taken(woman), .. Told(woman.Code, Happened), .. Done(woman)]);
            foreach (var section in Held(woman, 4))
            {
                yield return section;
            }
        }

        yield return new(2, texts["4 Rights that were broken"], Broken() is { Count: > 0 } broken ? broken : [Row(texts["Which rights, and how"])]);
        yield return Steps(texts["5 Steps in Thailand"]);
        yield return new(2, texts["6 Other steps at the United Nations"], [Row(texts["Was it sent to another body? Which, and when?"])]);
        yield return new(2, texts["7 What she agreed to"], []);
        foreach (var woman in file.Women)
        {
            yield return new(3, woman.Code, [.. Enum.GetValues<LetterQuestion>().Select(question => Agreed(woman, question))]);
        }

        yield return Author(texts["8 Who submits it: confidential"]) with { Guide = texts["Without a name it is not looked at. The name is kept secret by the United Nations; ask before it is sent."] };
    }

    private FormRow Agreed(WomanInCase woman, LetterQuestion question)
    {
        var answer = form.Women.Single(one => one.Code == woman.Code).Letters.LastOrDefault(one => one.Question == question);
        return Row(Capital(texts.Of(question)), Plain(answer is null ? null : Joined(texts.Of(answer.Reply), words.When(answer.On))));
    }

    private IEnumerable<FormSection> Petition()
    {
        yield return new(2, texts["1 To the court"], [Row(texts["Court"]), Row(texts["Case number"]), Row(texts["Date"])])
        {
            Guide = texts["Petition under section 90 of the Criminal Procedure Code."],
        };
        yield return Author(texts["2 Who asks"], Row(texts["How the person who asks stands to her"])) with
        {
            Guide = texts["She herself, a relative, or anyone who acts for her good may ask, as far as we know."],
        };
        foreach (var woman in file.Women)
        {
            yield return new(2, texts["3 For {0}", woman.Code], [.. Identity(woman)]);
            yield return new(3, texts["How she was taken"], [.. Taken(woman), .. Told(woman.Code, Happened), .. Done(woman)]);
            foreach (var section in Held(woman, 3))
            {
                yield return section;
            }

            yield return Passed(woman) is { Count: > 0 } passed
                ? new(3, texts["Time limits that passed without a paper seen"], passed)
                {
                    Lines = [texts["These time limits passed and no paper that allows it was seen. Each needs checking; a paper may exist that we have not seen."]],
                }
                : new(3, texts["Time limits that passed without a paper seen"], []) { Lines = [texts["None is recorded."]] };
        }

        foreach (var section in TheNight())
        {
            yield return section;
        }

        yield return Steps(texts["4 What was done before"]);
        yield return new(2, texts["5 What is asked of the court"], [.. Asked().Select((one, index) => Row($"5.{index + 1}", Plain(one))), Row(texts["Other requests"])]);
        yield return new(2, texts["6 What a lawyer must check first"], [])
        {
            Lines =
            [
                texts["Section 90 is cited from general knowledge. Its wording was not read for this draft."],
                texts["Whether a shelter counts as holding under this section is, as far as we know, not tested."],
                texts["Each rule above says how sure it is. None of them is a finding."],
            ],
        };
    }

    private IEnumerable<string> Asked()
    {
        var codes = string.Join(", ", file.Women.Select(woman => woman.Code));
        yield return texts["That the court looks at once at the holding of {0}.", codes];
        yield return texts["That who holds them brings them before the court, and shows the ground and the paper."];
        yield return texts["That the court sets them free if no ground is shown."];
        if (Speak() is { Length: > 0 } languages)
        {
            yield return texts["That an interpreter is there: {0}.", languages];
        }

        foreach (var part in file.CourtCases.SelectMany(one => one.Women).Where(part => part is { TakenBack: null, AskedToTestifyOn: not null }))
        {
            yield return texts["That {0} is heard early, as she asked on {1}.", part.Woman, part.AskedToTestifyOn!];
        }
    }

    private string Speak() => words.All(ListName.Languages, file.Women.SelectMany(woman => woman.Languages).Distinct());

    private IEnumerable<FormSection> TheNight()
    {
        if (Told(null, Happened) is { Count: > 0 } rows)
        {
            yield return new(2, texts["What is recorded of all"], rows);
        }
    }
}
