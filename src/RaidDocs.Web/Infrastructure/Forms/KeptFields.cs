namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>What was typed into the form of this page before she was signed out.</summary>
internal static class KeptFields
{
    public static IReadOnlyDictionary<string, string[]>? Of(HttpContext context) =>
        context.Items[typeof(KeptFields)] as IReadOnlyDictionary<string, string[]>;

    public static void Set(HttpContext context, IReadOnlyDictionary<string, string[]> fields) => context.Items[typeof(KeptFields)] = fields;
}
