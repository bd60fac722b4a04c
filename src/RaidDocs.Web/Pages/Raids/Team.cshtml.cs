using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

/// <summary>Who works on the raid. Nobody else sees it.</summary>
[Asks(RecordKind.Team, Act.Read)]
public sealed class TeamModel(RaidDocsDbContext db, Texts texts, TimeProvider clock) : PageModel
{
    private const int MostActs = 20;

    public RaidBar Bar { get; private set; } = null!;

    public IReadOnlyList<Person> Members { get; private set; } = [];

    public bool MayRecord => db.MayRecord(RecordKind.Team);

    public bool MayErase => db.Viewer.May(RecordKind.Raid, Act.Erase);

    public IReadOnlyList<ActRow> Waiting { get; private set; } = [];

    /// <summary>What two people did in the last week.</summary>
    public IReadOnlyList<ActRow> Done { get; private set; } = [];

    public int KeptOut { get; private set; }

    private Dictionary<Guid, DateOnly> Rights { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.FindRaidAsync(code, cancellationToken) is not { } bar)
        {
            return NotFound();
        }

        Bar = bar;
        Members = [.. (await db.ReadPeopleAsync(bar.Id, cancellationToken)).Where(person => person.IsOnTeam)];
        var (today, now, week) = (clock.Today(), clock.UtcNow(), clock.UtcNow().AddDays(-7));
        Rights = await db.NamesRights.AsNoTracking().Where(row => row.RaidId == bar.Id && row.LastDay >= today).ToDictionaryAsync(row => row.UserId, row => row.LastDay, cancellationToken);
        KeptOut = MayRecord ? await db.Exclusions.CountAsync(row => row.RaidId == bar.Id, cancellationToken) : 0;
        var acts = await db.TwoPersonActs.AsNoTracking()
            .Where(act => act.RaidId == bar.Id && ((act.State == TwoPersonState.Waits && act.Until > now) || (act.State == TwoPersonState.Agreed && act.AnsweredAt > week)))
            .OrderByDescending(act => act.RecordedAt)
            .Take(MostActs)
            .Select(act => new ActRow(
                act.Id,
                act.Kind,
                db.Users.Where(user => user.Id == act.AskedBy).Select(user => user.UserName).FirstOrDefault() ?? "",
                db.Users.Where(user => user.Id == act.AnsweredBy).Select(user => user.UserName).FirstOrDefault(),
                act.AnsweredAt))
            .ToListAsync(cancellationToken);
        (Waiting, Done) = ([.. acts.Where(act => act.At is null)], [.. acts.Where(act => act.At is not null)]);
        return Page();
    }

    public DateOnly? NamesUntil(Person person) => Rights.TryGetValue(person.Id, out var last) ? last : null;

    public static bool IsPartner(Person person) => person.Roles.Contains(StaffRole.ResearchPartner);

    public string Roles(Person person) => string.Join(", ", person.Roles.Select(role => role switch
    {
        StaffRole.ResearchLeader => texts["research leader"],
        StaffRole.ResearchPartner => texts["research partner"],
        _ => texts["legal advisor"],
    }));

    public sealed record ActRow(Guid Id, TwoPersonKind Kind, string By, string? Second, DateTime? At)
    {
        public DateOnly Day => DateOnly.FromDateTime(ClockExtensions.InBangkok(At!.Value));
    }
}
