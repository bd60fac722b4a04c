using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace RaidDocs.Web.Api;

// What programs read. Codes, dates, numbers and words of closed lists; of what somebody typed, only the names of raids and places. Dates
// are written after ISO 8601-2: 2025-03-12, 2025-03, 2025, or a range with a slash.

/// <summary>A part of a list.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">Ask again with this as "after"; null where the list ends.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list is asked for. What cannot be read counts as left out.</summary>
internal sealed record ApiPart(
    [property: FromQuery(Name = "limit"), Description("At most so many, 1 to 200; 50 where it is left out.")] string? Limit, [property: FromQuery(Name = "after"), Description("What \"next\" said; left out for the beginning.")] string? After);

[Description("A raid, in a list.")]
public sealed record ApiRaidLine(string Code, string? When, string? Province, bool Invented);

[Description("A raid. Women counts those with a code, womenTold those of whom the other answers tell.")]
public sealed record ApiRaid(
    string Code, string Name, string? When, string? Time, string? Province, string? Venue, IReadOnlyList<string> Agencies, bool Invented, int Women, int WomenTold);

[Description("A woman by her code. Never a name.")]
public sealed record ApiWoman(string Code, IReadOnlyList<string> Languages, IReadOnlyList<ApiAge> Ages, IReadOnlyList<ApiLabel> Labels, bool IsHeld, int? DaysHeldAtLeast, int? DaysHeldAtMost);

[Description("Her age, as one voice says it.")]
public sealed record ApiAge(string Voice, int Low, int? High, string? Method);

[Description("What somebody called her: key of the list label-kinds, and of the list agencies.")]
public sealed record ApiLabel(string Voice, string Kind, string? By, string? On);

[Description("A stay of one woman in one place, as one voice tells it.")]
public sealed record ApiStay(
    string Woman, string Voice, string? Place, string? KindOfPlace, string? From, string? To, string? Ending, string PaperSeen, string ToldWhy, string Family, string Lawyer, string Ngo, string Embassy);

[Description("A day in court.")]
public sealed record ApiHearing(string CourtCase, string? On, string? Time, string Kind, string? Result, string InterpreterPresent, string? Followed, IReadOnlyList<string> Women);

[Description("A broken right: key of the list acts, to whom, by whom, and how sure.")]
public sealed record ApiViolation(
    string Act, string ActWords, string Voice, string? On, IReadOnlyList<string> By, IReadOnlyList<string> Articles, bool AllWomen, IReadOnlyList<string> Women, string HowSure, bool Reviewed);

[Description("Numbers of women over all raids of the owner of the token. No group below smallest is told, nor what it could be worked out from.")]
public sealed record ApiStatistics(int Smallest, IReadOnlyList<ApiNumber> Numbers);

[Description("A number; women is null where it is not told.")]
public sealed record ApiNumber(string Table, string Group, int? Women);

[Description("Why there is no answer: the name of a woman stands in a typed text, and where.")]
public sealed record ApiProblem(string Error, IReadOnlyList<string> Places);
