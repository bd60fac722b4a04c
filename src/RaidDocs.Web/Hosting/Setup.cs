using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Common;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting.Entry;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting;

/// <summary>The first people of a new store.</summary>
internal static class Setup
{
    /// <summary>Nobody can sign in yet.</summary>
    public static async Task<bool> IsNeededAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<RaidDocsDbContext>().Users.AnyAsync(cancellationToken);
    }

    /// <summary>Puts what was chosen for the house, once it was, into the frame of the pages, and settles what the family page tells.</summary>
    public static async Task DressHouseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var chosen = await scope.ServiceProvider.GetRequiredService<RaidDocsDbContext>().Settings.AsNoTracking()
            .ToDictionaryAsync(setting => setting.Key, setting => setting.Value, cancellationToken);
        services.GetRequiredService<IOptions<FrameOptions>>().Value.Dress(chosen);
        await services.GetRequiredService<FamilyBook>().SettleAsync(cancellationToken);
    }

    /// <summary>
    /// Adds a person. Without a passphrase she sets one herself, with a one-time code; without a role she sees nothing
    /// until she has one.
    /// </summary>
    /// <exception cref="DomainRuleException">The name is taken, or the passphrase too short or easy to guess.</exception>
    public static async Task<StaffUser> AddPersonAsync(IServiceProvider services, string name, string? passphrase, string? role)
    {
        if (StaffNames.MixesAlphabets(name))
        {
            throw new DomainRuleException($"This name mixes letters that look alike in two alphabets. Write it in one");
        }

        if (passphrase is not null)
        {
            // Her second factor comes after her first sign-in; until then the passphrase stands alone.
            Passphrase.Check(passphrase, name, services.GetRequiredService<IOptions<FrameOptions>>().Value.ServiceName, alone: true);
        }

        var people = services.GetRequiredService<UserManager<StaffUser>>();
        var person = new StaffUser { UserName = PlainText.Name(name) };
        Check(passphrase is null ? await people.CreateAsync(person) : await people.CreateAsync(person, passphrase));
        if (role is null)
        {
            return person;
        }

        var roles = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        if (!await roles.RoleExistsAsync(role))
        {
            Check(await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() }));
        }

        Check(await people.AddToRoleAsync(person, role));
        return person;
    }

    /// <summary>Raids that came in before anybody could sign in get their first team.</summary>
    public static async Task AdoptRaidsAsync(RaidDocsDbContext db, Guid leader, CancellationToken cancellationToken)
    {
        var orphans = await db.Raids
            .Where(raid => !db.TeamMembers.Any(member => member.RaidId == raid.Id))
            .Select(raid => raid.Id)
            .ToListAsync(cancellationToken);
        db.TeamMembers.AddRange(orphans.Select(raid => new TeamMember(raid, leader)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(IdentityResult result)
    {
        switch (result.Errors.FirstOrDefault()?.Code)
        {
            case null:
                return;
            case nameof(IdentityErrorDescriber.DuplicateUserName):
                throw new DomainRuleException($"Somebody signs in with this name already. Choose another");
            default:
                throw new DomainRuleException($"This name cannot be used to sign in. Use letters and numbers");
        }
    }
}
