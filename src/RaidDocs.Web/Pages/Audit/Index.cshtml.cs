using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Audit;

/// <summary>The log, newest first, and whether the lines shown still hang together.</summary>
[Asks(RecordKind.AuditLog, Act.Read)]
public sealed class IndexModel(RaidDocsDbContext db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PagedList<LogRow> Lines { get; private set; } = new([], 1, PageSize, 0);

    /// <summary>The first line of this page that was changed, or has one missing before it; null when all hang together.</summary>
    public long? BrokenAt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lines = await db.AuditEntries.AsNoTracking()
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new LogRow(
                entry.Number,
                entry.At,
                entry.Json,
                entry.Hash,
                db.Users.Where(person => person.Id == entry.ActorId).Select(person => person.UserName).FirstOrDefault()))
            .ToPagedListAsync(PageNumber, PageSize, cancellationToken);
        if (Lines.Items is not [.., var oldest])
        {
            return;
        }

        var before = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Number == oldest.Number - 1)
            .Select(entry => entry.Hash)
            .SingleOrDefaultAsync(cancellationToken);
        BrokenAt = FirstBroken(Lines.Items.Reverse(), before ?? (oldest.Number == 1 ? AuditEntry.FirstHash : ""));
    }

    private static long? FirstBroken(IEnumerable<LogRow> oldestFirst, string before)
    {
        long? expected = null;
        foreach (var line in oldestFirst)
        {
            var (number, hash) = (expected ?? line.Number, line.Hash);
            if (line.Number != number || before.Length == 0 || AuditEntry.HashOf(before, line.Json) != hash)
            {
                return line.Number;
            }

            (before, expected) = (hash, line.Number + 1);
        }

        return null;
    }

    /// <summary>What was hashed is what is shown, so nothing else on the line can mislead.</summary>
    public sealed record LogRow(long Number, DateTime At, string Json, string Hash, string? Person)
    {
        private readonly JsonElement _line = JsonSerializer.Deserialize<JsonElement>(Json);

        public string Action => Text("action");

        public string ObjectType => Text("objectType");

        public string ObjectId => Text("objectId");

        public string Role => Text("role");

        public string Fields => string.Join(", ", _line.GetProperty("fields").EnumerateArray().Select(name => name.GetString()));

        private string Text(string name) => _line.GetProperty(name).GetString() ?? "";
    }
}
