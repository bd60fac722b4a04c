using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

internal static class KeptText
{
    /// <summary>What was typed, as it is stored; null for blanks, and for what the form refuses anyway.</summary>
    public static string? Kept(this string? typed) =>
        string.IsNullOrWhiteSpace(typed) || PlainText.HasControls(typed) ? null : PlainText.Kept(typed).Trim();
}
