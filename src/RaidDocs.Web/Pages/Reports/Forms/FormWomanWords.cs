using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports.Forms;

/// <summary>Says why a woman is not in a form, to the person who makes it.</summary>
public static class FormWomanWords
{
    public static string Of(FormWoman woman, Texts texts) => woman.Missing is { } missing
        ? LeftOutWords.Of(missing, texts)
        : $"{woman.Code} ({texts.Of(woman.Question!.Value)}: {Why(woman.State, texts)})";

    private static string Why(ConsentState state, Texts texts) => texts.Of(state switch
    {
        ConsentState.NeverAsked => LeftOutReason.NeverAsked,
        ConsentState.TakenBack => LeftOutReason.TakenBack,
        ConsentState.NotFree => LeftOutReason.NotFree,
        _ => LeftOutReason.SaidNo,
    });
}
