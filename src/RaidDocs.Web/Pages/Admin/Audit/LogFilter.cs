using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>Which lines of the log. Days are days in Thailand; a month or a year stands for all its days.</summary>
public sealed class LogFilter
{
    [Display(Name = "Who")]
    public Guid? Who { get; set; }

    [Display(Name = "What was done")]
    public string? Did { get; set; }

    [Display(Name = "With what kind of record")]
    public string? Kind { get; set; }

    [Display(Name = "From this day on")]
    public string? From { get; set; }

    [Display(Name = "Until the end of this day")]
    public string? To { get; set; }

    public bool IsSet => Who is not null || new[] { Did, Kind, From, To }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The lines, or null when a day cannot be read; then <paramref name="state"/> says why.</summary>
    internal IQueryable<AuditEntry>? Of(RaidDocsDbContext db, ModelStateDictionary state)
    {
        var from = Read(From, nameof(From), state);
        var to = Read(To, nameof(To), state);
        if (!state.IsValid)
        {
            return null;
        }

        var lines = db.AuditEntries.AsQueryable();
        if (Who is { } who)
        {
            lines = lines.Where(entry => entry.ActorId == who);
        }

        if (!string.IsNullOrWhiteSpace(Did))
        {
            lines = lines.Where(entry => entry.Action == Did);
        }

        if (!string.IsNullOrWhiteSpace(Kind))
        {
            lines = lines.Where(entry => entry.ObjectType == Kind);
        }

        if (from is { Earliest: var first })
        {
            var begins = ClockExtensions.StartOf(first);
            lines = lines.Where(entry => entry.At >= begins);
        }

        if (to is { Latest: var last })
        {
            var ends = ClockExtensions.StartOf(last.AddDays(1));
            lines = lines.Where(entry => entry.At < ends);
        }

        return lines;
    }

    private static PartialDate? Read(string? typed, string name, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PartialDate.TryRead(typed, out var date, out _) && date.Precision != DatePrecision.Unknown)
        {
            return date;
        }

        state.AddModelError($"Filter.{name}", Texts.Shared["Enter a day like 21 November 2026 or 21/11/2569"]);
        return null;
    }
}
