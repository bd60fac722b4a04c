using RaidDocs.Domain.Testimonies;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Reports;

public static class ReadBackWords
{
    /// <summary>"T3, passage 4; T5, passage 1".</summary>
    public static string Places(IEnumerable<OpenReadBack> open, Texts texts) =>
        string.Join("; ", open.Select(one => texts["{0}, passage {1}", one.Testimony, one.Number]));
}
