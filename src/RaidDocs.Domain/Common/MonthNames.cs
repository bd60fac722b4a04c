namespace RaidDocs.Domain.Common;

/// <summary>The months as they are written in English and Thai, in full, by their beginning, or with their initials.</summary>
internal static class MonthNames
{
    private static readonly string[] English =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly string[] Thai =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] ThaiInitials = ["มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค"];

    private static readonly string[] ThaiSpoken =
    [
        "มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "สิงหา", "กันยา", "ตุลา", "พฤศจิกา", "ธันวา",
    ];

    private static readonly Dictionary<string, int> Numbers = Number();

    /// <summary>The number of the month, whatever dots and spaces are in its name; null if it is none.</summary>
    internal static int? Find(string lowerCase)
    {
        var name = lowerCase.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Numbers.TryGetValue(name, out var month) ? month : null;
    }

    /// <summary>The names of a month in English and Thai, in full and short.</summary>
    internal static string Both(int month) => $"{English[month - 1]} {Thai[month - 1]} {ThaiInitials[month - 1]}";

    private static Dictionary<string, int> Number()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        for (var month = 1; month <= 12; month++)
        {
            foreach (var name in (string[])[English[month - 1], English[month - 1][..3], Thai[month - 1], ThaiInitials[month - 1], ThaiSpoken[month - 1]])
            {
                numbers[name] = month;
            }
        }

        return numbers;
    }
}
