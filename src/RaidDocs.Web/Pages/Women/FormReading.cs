using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Reference;
using RaidDocs.Domain.Sources;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Women;

/// <summary>What the forms about a woman read in the same way.</summary>
internal static class FormReading
{
    /// <summary>The source that was chosen; a code that the raid does not have is refused.</summary>
    public static async Task<Source?> ChosenSourceAsync(
        this RaidDocsDbContext db, ModelStateDictionary state, Guid raidId, string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        var source = await db.Sources.SingleOrDefaultAsync(row => row.RaidId == raidId && row.Code == code, cancellationToken);
        if (source is null)
        {
            state.AddModelError("Form.Source", Texts.Shared["This raid has no such source. Choose one of the list"]);
        }

        return source;
    }

    /// <summary>A key that the list does not have was not chosen from it.</summary>
    public static void CheckKey(this ModelStateDictionary state, string key, ReferenceLists lists, string list, string? chosen)
    {
        if (!string.IsNullOrEmpty(chosen) && lists.Find(list, chosen) is null)
        {
            state.AddModelError(key, Texts.Shared["Choose one of the list"]);
        }
    }

    /// <summary>Nothing that is recorded has happened yet.</summary>
    public static void CheckPast(this ModelStateDictionary state, string key, PartialDate? day, DateOnly today)
    {
        if (day is { Precision: not DatePrecision.Unknown } && day.Earliest > today)
        {
            state.AddModelError(key, Texts.Shared["This date must be today or in the past"]);
        }
    }

    /// <summary>The lang attribute of a text in one of the list's languages.</summary>
    public static string? Tag(this ReferenceLists lists, string? language)
    {
        if (lists.Find(ListName.Languages, language) is not { } item)
        {
            return null;
        }

        using var data = JsonDocument.Parse(item.Data);
        return data.RootElement.TryGetProperty("bcp47", out var tag) ? tag.GetString() : null;
    }

    /// <summary>"฿1,000", whatever the culture.</summary>
    public static string Baht(long amount) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"฿{amount:N0}");

    public static string Baht(long least, long most) => least == most ? Baht(least) : $"{Baht(least)} - {Baht(most)}";
}
