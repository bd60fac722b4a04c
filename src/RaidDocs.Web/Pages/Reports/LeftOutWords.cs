using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports;

/// <summary>Says what is left out of a document, and why, to the person who makes it.</summary>
public static class LeftOutWords
{
    public static string Of(LeftOut left, Texts texts)
    {
        var what = left.Field is { } field ? texts.Of(field) : $"{left.Which}, {texts.Of(left.Kind)}";
        var why = left.Purpose is { } purpose ? $"{texts.Of(purpose)}: {texts.Of(left.Reason)}" : texts.Of(left.Reason);
        return left.Condition is { } condition ? $"{what} ({why}: \u201C{condition}\u201D)" : $"{what} ({why})";
    }
}
