using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.CommandLine;

/// <summary>user code: the way back in when no administrator can get in any more.</summary>
internal static class UserVerbs
{
    public static Command Make()
    {
        var options = new CommonOptions();
        var name = new Argument<string>("NAME") { Description = "Her sign-in name." };
        var role = new Option<string?>("--role") { Description = $"Also give her this role, the only one she then has: {string.Join(", ", StaffRole.All)}." };
        var code = new Command("code", "A one-time code for somebody who cannot get in. What she signed in with before is taken away, and a lock too.");
        options.AddTo(code);
        code.Arguments.Add(name);
        code.Options.Add(role);
        code.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(role) is { } asked && !StaffRole.All.Contains(asked))
            {
                throw new StoreException($"There is no role {asked}. Nothing was changed.");
            }

            await using var host = await CommandHost.OpenAsync(parsed, options, IfMissing.Refuse, cancellationToken);
            var typed = parsed.GetRequiredValue(name);
            var shown = await MakeCodeAsync(host.Services, typed, parsed.GetValue(role), cancellationToken);
            options.Print(
                parsed,
                new { name = typed, code = shown },
                [$"One-time code for {typed}: {shown}", "She types it at /account/join within 48 hours, and sets a new passphrase and a second factor."]);
            return Verbs.Done;
        });

        var command = new Command("user", "People who sign in.");
        command.Subcommands.Add(code);
        return command;
    }

    private static async Task<string> MakeCodeAsync(IServiceProvider services, string name, string? role, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<RaidDocsDbContext>();
        var people = services.GetRequiredService<UserManager<StaffUser>>();
        people.KeyNormalizer = new StaffNames();
        var person = await people.FindByNameAsync(PlainText.Name(name)) ?? throw new StoreException($"Nobody signs in as {name}. Nothing was changed.");
        if (role is not null)
        {
            await db.InOneWriteAsync(
                async () =>
                {
                    await db.GiveRoleAsync(person.Id, role, cancellationToken);
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }

        var invitations = new Invitations(
            people,
            new StaffHasher(Options.Create(new PasswordHasherOptions())),
            db,
            Options.Create(new FrameOptions()),
            services.GetRequiredService<TimeProvider>());
        return await invitations.MakeAsync(person, cancellationToken);
    }
}
