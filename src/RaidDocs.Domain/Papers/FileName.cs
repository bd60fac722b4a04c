using System.Globalization;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Papers;

/// <summary>The name under which a file was given. It is kept to be shown, and names nothing on any disk.</summary>
public static class FileName
{
    public const int MostLetters = 200;

    /// <summary>Without folders, marks that turn text around and control characters; each of these is shown as ⟨U+202E⟩ in <see cref="AsGiven"/>.</summary>
    public static string Clean(string? given)
    {
        var name = (given ?? "").Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = string.Concat(PlainText.WithoutInvisible(name).Where(letter => !char.IsControl(letter))).Trim().Trim('.').Trim();
        return Cut(PlainText.Normalized(name, System.Text.NormalizationForm.FormC));
    }

    /// <summary>What was really sent, with each hidden mark and control character made visible.</summary>
    public static string AsGiven(string? given) => Cut(string.Concat(PlainText.Marked(given ?? "").Select(letter =>
        char.IsControl(letter) ? string.Create(CultureInfo.InvariantCulture, $"\u27E8U+{(int)letter:X4}\u27E9") : letter.ToString())));

    // Never inside a letter that is made of several characters.
    private static string Cut(string name)
    {
        if (name.Length <= MostLetters)
        {
            return name;
        }

        var letters = StringInfo.GetTextElementEnumerator(name);
        var end = 0;
        while (letters.MoveNext() && letters.ElementIndex + ((string)letters.Current).Length <= MostLetters)
        {
            end = letters.ElementIndex + ((string)letters.Current).Length;
        }

        return name[..end];
    }
}
