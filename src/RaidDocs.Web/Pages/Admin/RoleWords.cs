using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Admin;

/// <summary>The roles in words, with what each may see.</summary>
internal static class RoleWords
{
    private static readonly (string Role, string Words)[] All =
    [
        (StaffRole.ResearchLeader, Texts.Text("Research leader: logs raids, sees those of her teams")),
        (StaffRole.ResearchPartner, Texts.Text("Research partner: works on the raids of her teams")),
        (StaffRole.LegalAdvisor, Texts.Text("Legal advisor: court and rights of the raids of her teams")),
        (StaffRole.Administrator, Texts.Text("Administrator: sign-ins and settings, no case")),
        (StaffRole.Auditor, Texts.Text("Auditor: the log, no case")),
    ];

    public static IReadOnlyList<Choice> Choices(Texts texts) => [.. All.Select(role => new Choice(role.Role, texts[role.Words], null))];

    public static string Of(Texts texts, string role) =>
        All.FirstOrDefault(one => one.Role == role).Words is { } words ? texts[words].Split(':')[0] : role;
}
