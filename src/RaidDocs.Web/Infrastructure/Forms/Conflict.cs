using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>Two people changed one record: what differs, who was first and when.</summary>
public sealed record Conflict(IReadOnlyList<ConflictField> Fields, string? SavedBy, DateTime? SavedAtUtc)
{
    internal const string VersionName = "Version";
    internal const string NumberName = "Number";

    /// <summary>The conflict that this answer shows, if any.</summary>
    internal static Conflict? Of(HttpContext context) => context.Items[typeof(Conflict)] as Conflict;

    internal static Conflict Between(IEditsRecord record, RecordNow now, Texts texts)
    {
        var mine = record.Mine;
        if (mine.GetType() != now.Theirs.GetType())
        {
            throw new InvalidOperationException($"{nameof(RecordNow)} must hold a {mine.GetType().Name}.");
        }

        var fields =
            from property in mine.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.Name is not (VersionName or NumberName) && property.CanRead && property.GetIndexParameters().Length == 0
            let ours = Words(property.GetValue(mine))
            let theirs = Words(property.GetValue(now.Theirs))
            where ours != theirs
            select new ConflictField(
                texts[property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? property.Name],
                record.Words(property.Name, ours),
                record.Words(property.Name, theirs));
        return new Conflict([.. fields], now.SavedBy, now.SavedAtUtc);

        string Words(object? value) => value switch
        {
            null => "",
            // Browsers send their own line ends.
            string text => text.ReplaceLineEndings("\n").Trim(),
            bool yes => texts[yes ? "Yes" : "No"],
            Enum word => texts.Of(word),
            DateBoxes boxes => boxes.InWords(texts),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable list => string.Join("\n", list.Cast<object?>().Select(Words)),
            _ => string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(part => part.CanRead && part.GetIndexParameters().Length == 0)
                .Select(part => Words(part.GetValue(value)))
                .Where(words => words.Length > 0)),
        };
    }
}

/// <summary>One field that differs.</summary>
public sealed record ConflictField(string Label, string Mine, string Theirs);
