using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin.Audit;

/// <summary>The log, newest first, whole or filtered, to read and as a table file.</summary>
[Asks(RecordKind.AuditLog, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public LogFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<LogRow> Lines { get; private set; } = new([], 1, PageSize, 0);

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Acts { get; } = [.. LogWords.Acts.Select(act => new Choice(act, act))];

    public IReadOnlyList<Choice> Kinds => [.. LogWords.KindsOf(db.Model).Select(kind => new Choice(kind, kind))];

    /// <summary>The file of the lines shown.</summary>
    public string FileAddress => $"/admin/audit?handler=file{Request.QueryString.Value?.Replace('?', '&')}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        People = await db.Users.OrderBy(person => person.UserName)
            .Select(person => new Choice(person.Id.ToString(), person.UserName!))
            .ToListAsync(cancellationToken);
        if (Filter.Of(db, ModelState) is { } lines)
        {
            Lines = await lines.AsNoTracking()
                .OrderByDescending(entry => entry.Number)
                .Select(entry => new LogRow(
                    entry.Number,
                    entry.At,
                    entry.Json,
                    entry.Hash,
                    db.Users.Where(person => person.Id == entry.ActorId).Select(person => person.UserName).FirstOrDefault()))
                .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        }
    }

    /// <summary>The lines as CSV, ids only, oldest first. That it was taken is a line of the log itself, so it is a post.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellationToken)
    {
        if (Filter.Of(db, ModelState) is not { } lines)
        {
            return NotFound();
        }

        var mark = await db.MakeCheckpointAsync(clock.UtcNow(), CheckpointReason.Export, cancellationToken);
        db.NoteAct("export", "log", "csv", null, Filter.IsSet ? "filtered" : "whole");
        await db.SaveChangesAsync(cancellationToken);
        var text = new StringBuilder("number,at,actor,role,action,type,id,raid,fields,hash\r\n");
        await foreach (var entry in lines.AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var row = new LogRow(entry.Number, entry.At, entry.Json, entry.Hash, null);
            text.Append(CultureInfo.InvariantCulture, $"{row.Number},{row.At:O},{row.ActorId},{row.Role},{row.Action},{row.ObjectType},{CsvText.Cell(row.ObjectId)},{row.RaidId},{CsvText.Cell(row.Fields)},{row.Hash}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\"{mark?.ToString().TrimEnd().Replace('\n', ' ')}\"\r\n");

        return File(
            CsvText.Bytes(text.ToString()),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"log-{clock.Today():yyyy-MM-dd}.csv"));
    }
}
