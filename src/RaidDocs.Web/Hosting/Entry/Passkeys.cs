using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>Passkeys: the phone or the computer proves who she is, and to this site only.</summary>
public sealed class Passkeys(SignInManager<StaffUser> signIn, UserManager<StaffUser> people, TimeProvider clock)
{
    /// <summary>What the browser asks the device: any key of this site, or a key of this person.</summary>
    public Task<string> AskAsync(StaffUser? person = null) => signIn.MakePasskeyRequestOptionsAsync(person!);

    /// <summary>Whose key answered; null when it is not good.</summary>
    public async Task<StaffUser?> ProveAsync(string? answer)
    {
        if (string.IsNullOrEmpty(answer) || !await HasAskedAsync())
        {
            return null;
        }

        var result = await signIn.PerformPasskeyAssertionAsync(answer);
        if (!result.Succeeded || result.User is not { LockedAt: null } person)
        {
            return null;
        }

        // The device counts its uses; a copied key would count from where it was copied.
        await people.AddOrUpdatePasskeyAsync(person, result.Passkey);
        return person;
    }

    public Task<string> OfferAsync(StaffUser person) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = person.Id.ToString("D"),
        Name = person.UserName!,
        DisplayName = person.UserName!,
    });

    public async Task<bool> AddAsync(StaffUser person, string? answer, string name)
    {
        if (string.IsNullOrEmpty(answer) || !await HasAskedAsync())
        {
            return false;
        }

        var result = await signIn.PerformPasskeyAttestationAsync(answer);
        if (!result.Succeeded || result.UserEntity.Id != person.Id.ToString("D"))
        {
            return false;
        }

        result.Passkey.Name = name;
        return (await people.AddOrUpdatePasskeyAsync(person, result.Passkey)).Succeeded;
    }

    /// <summary>The day it was made, as her first name for it.</summary>
    public string DefaultName(string device) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{device} {clock.Today():yyyy-MM-dd}");

    // Identity throws where nothing was asked.
    private async Task<bool> HasAskedAsync() =>
        (await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
