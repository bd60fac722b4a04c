using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Raids;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>What was promised of a "smart raid", and what each voice says of it.</summary>
[Asks(RecordKind.Raid, Act.Read)]
public sealed class ChecklistModel(RaidDocsDbContext db, ReferenceLists lists, Texts texts) : PageModel
{
    public RaidBar Bar { get; private set; } = null!;

    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];

    public bool MayRecord => db.MayRecord(RecordKind.Raid);

    public IReadOnlyList<Criterion> Criteria => [.. lists[ListName.SmartRaid].Select(Read)];

    /// <summary>"Met 2 - Partly 1 - Not met 6 - Not known 5" for each voice; the authorities and the women always.</summary>
    public IEnumerable<(Voice Voice, string Strip)> Strips()
    {
        var standing = Answers.Where(answer => answer.TakenBackBecause is null).Select(answer => answer.Facts).ToList();
        var keys = lists[ListName.SmartRaid].Select(item => item.Key).ToList();
        return new[] { Voice.Authority, Voice.Woman }
            .Union(standing.Select(answer => answer.Voice).Order())
            .Select(voice => ChecklistTally.Of(voice, keys, standing))
            .Select(tally => (tally.Voice, texts["Met {0} - Partly {1} - Not met {2} - Not known {3}", tally.Met, tally.Partly, tally.NotMet, tally.NotKnown]
                + (tally.Differ == 0 ? "" : texts[" - Answers differ {0}", tally.Differ])));
    }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Answers = await db.Checklist.AsNoTracking()
            .Where(answer => answer.RaidId == bar.Id)
            .OrderBy(answer => answer.RecordedAt)
            .Select(answer => new AnswerRow(answer.Id, answer.Facts, answer.Source!.Code, answer.TakenBackBecause))
            .ToListAsync(cancellationToken);
        return Page();
    }

    private static Criterion Read(ReferenceItem item)
    {
        using var data = JsonDocument.Parse(item.Data);
        var root = data.RootElement;
        return new Criterion(
            item.Key,
            Texts.IsThai && item.Th.Length > 0 ? item.Th : item.En,
            root.TryGetProperty("origin", out var origin) && origin.GetString() == "ours",
            root.TryGetProperty("questions", out var questions) ? [.. questions.EnumerateArray().Select(question => question.GetString()!)] : [],
            root.TryGetProperty("evidence", out var evidence) ? evidence.GetString() : null);
    }

    public sealed record AnswerRow(Guid Id, ChecklistFacts Facts, string? Source, string? TakenBackBecause);

    public sealed record Criterion(string Key, string Words, bool IsOurs, IReadOnlyList<string> Questions, string? Evidence);
}
