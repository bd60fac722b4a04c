using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Pages.Women.Consents;

namespace RaidDocs.Web.Pages.Testimonies.Log;

// The answers as the store takes them. Each page checked its own before it was kept.
public sealed partial class TestimonyDraft
{
    /// <summary>Her words in passages, with their marks.</summary>
    internal IReadOnlyList<PassageText> Passages() =>
    [
        .. (Words?.Passages() ?? []).Select(passage => Safety?.MarksOf(passage.Text) is { } marks
            ? passage with { IdentifiesHer = marks.IdentifiesHer, SexualDetail = marks.SexualDetail, NotForDisclosure = marks.NotForDisclosure }
            : passage),
    ];

    internal TestimonyFacts Facts()
    {
        var state = new ModelStateDictionary();
        var sheet = InformationSheets.Find(Before?.Sheet);
        return new()
        {
            Voice = Who!.Voice!.Value,
            Speaker = SpeaksHerself ? null : Text(Who.Speaker),
            AgreedOn = Before?.AgreedOn.Read(state, "", "the day she agreed"),
            SheetBefore = sheet?.Code,
            SheetBeforeHash = sheet?.Hash,
            ToldOn = Where?.ToldOn.Read(state, "", "the day it was told"),
            How = Where?.How ?? HowTold.NotKnown,
            PlaceKind = Text(Where?.PlaceKind),
            WhoWasInTheRoom = Text(Where?.WhoWasInTheRoom),
            OfficialsInRoom = Where?.OfficialsInRoom ?? false,
            Interviewer = Text(Where?.Interviewer),
            Language = Text(Language?.Spoken),
            Interpreter = Language?.Interpreter ?? InterpreterKind.NotKnown,
            InterpretedInto = Text(Language?.InterpretedInto),
            InterpreterUnderstood = Language?.Understood ?? Answer.NotAsked,
            InterpreterOpinion = Text(Language?.Opinion),
            InterpreterConflict = Text(Language?.Conflict),
            NeverFor = Text(Safety?.NeverFor),
            Ticks = Ticks?.Ticks() ?? new(),
        };
    }

    /// <summary>Her answers about this testimony, purpose by purpose. "Ask me again" counts as no until she is asked again.</summary>
    internal IReadOnlyList<ConsentFacts> Consents()
    {
        if (!SpeaksHerself || Allows is not { } form)
        {
            return [];
        }

        var sheet = InformationSheets.Find(form.Sheet);
        var on = Facts().ToldOn;
        return
        [
            .. form.Rows.Select(row => new ConsentFacts
            {
                Purpose = row.Purpose,
                Answer = row.Answer switch
                {
                    AfterAnswer.Yes => ConsentAnswer.Yes,
                    AfterAnswer.OnlyIf => ConsentAnswer.OnlyIf,
                    _ => ConsentAnswer.No,
                },
                Conditions = row.Answer == AfterAnswer.AskAgain ? Texts.Shared["Ask me again"] : Text(row.Condition),
                ForWhom = row.Purpose == Purpose.Partner && row.Answer is AfterAnswer.Yes or AfterAnswer.OnlyIf ? Text(form.ForWhom) : null,
                IdentityForm = row.Purpose is Purpose.QuoteInReport or Purpose.PictureOrVoice ? form.IdentityForm : null,
                ChosenName = row.Purpose is Purpose.QuoteInReport or Purpose.PictureOrVoice ? Text(form.ChosenName) : null,
                Language = Text(form.Language),
                HowGiven = Text(form.HowGiven),
                AskedBy = Text(Where?.Interviewer),
                WhoWasPresent = Text(form.WhoWasPresent),
                OfficialsPresent = form.OfficialsPresent,
                Sheet = sheet?.Code,
                SheetHash = sheet?.Hash,
                On = on,
            }),
        ];
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PlainText.Kept(typed).Trim();
}
