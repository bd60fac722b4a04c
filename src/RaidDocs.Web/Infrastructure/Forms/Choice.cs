using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>One choice of a field: what is sent, what is read, and under which heading it stands.</summary>
public sealed record Choice(string Value, string Text, string? Group = null)
{
    /// <summary>The members of an enum as choices, in the reader's words.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Texts texts)
        where TEnum : struct, Enum => Of(typeof(TEnum), texts);

    internal static IReadOnlyList<Choice> Of(Type type, Texts texts) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => new Choice(
            field.Name,
            texts.Of((Enum)field.GetValue(null)!),
            field.GetCustomAttribute<DisplayAttribute>()?.GetGroupName() is { } group ? texts[group] : null)),
    ];
}
