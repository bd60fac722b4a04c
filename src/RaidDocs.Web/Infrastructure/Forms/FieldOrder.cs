namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>The order in which a page showed its fields, which is the order in which their errors are listed.</summary>
internal static class FieldOrder
{
    public static void Note(HttpContext context, string name)
    {
        var shown = Shown(context) ?? [];
        context.Items[typeof(FieldOrder)] = shown;
        shown.Add(name);
    }

    /// <summary>What belongs to no field comes first; what belongs to a field that is not shown comes last.</summary>
    public static int Of(HttpContext context, string key)
    {
        if (key.Length == 0 || Shown(context) is not { } shown)
        {
            return -1;
        }

        var place = shown.FindIndex(name => key == name || key.StartsWith(name + ".", StringComparison.Ordinal));
        return place < 0 ? int.MaxValue : place;
    }

    private static List<string>? Shown(HttpContext context) => context.Items[typeof(FieldOrder)] as List<string>;
}
