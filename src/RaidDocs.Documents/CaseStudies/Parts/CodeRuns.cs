using System.Globalization;

namespace RaidDocs.Documents.CaseStudies.Parts;

/// <summary>Writes runs of four and more codes by their ends: W01, W03–W09.</summary>
internal static class CodeRuns
{
    private const int ShortestRun = 4;

    public static IEnumerable<string> Of(IReadOnlyList<string> codes)
    {
        for (var start = 0; start < codes.Count;)
        {
            var end = start;
            while (end + 1 < codes.Count && Follows(codes[end], codes[end + 1]))
            {
                end++;
            }

            if (end - start + 1 >= ShortestRun)
            {
                yield return $"{codes[start]}\u2013{codes[end]}";
                start = end + 1;
            }
            else
            {
                yield return codes[start++];
            }
        }
    }

    private static bool Follows(string code, string next)
    {
        var (letters, number) = Split(code);
        var (nextLetters, nextNumber) = Split(next);
        return number is not null && nextNumber == number + 1 && code.Length == next.Length && letters == nextLetters;
    }

    private static (string Letters, int? Number) Split(string code)
    {
        var letters = code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return (letters, int.TryParse(code.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
    }
}
