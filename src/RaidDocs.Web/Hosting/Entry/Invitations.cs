using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Access;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>How somebody gets in for the first time, or again after she lost her phone or forgot her passphrase.</summary>
public sealed class Invitations(UserManager<StaffUser> people, StaffHasher hasher, RaidDocsDbContext db, IOptions<FrameOptions> frame, TimeProvider clock)
{
    /// <summary>
    /// A code for 48 hours. Whatever she signed in with before is taken away at once: passphrase, app, passkeys, recovery
    /// codes, sessions, the address of her calendar and the tokens of her programs. Then only the code leads in.
    /// </summary>
    public async Task<string> MakeAsync(StaffUser person, CancellationToken cancellationToken)
    {
        db.Demand(new Asked(RecordKind.Role, Act.Record));
        var code = SignInCode.New();
        foreach (var passkey in await people.GetPasskeysAsync(person))
        {
            await people.RemovePasskeyAsync(person, passkey.CredentialId);
        }

        await people.RemoveAuthenticationTokenAsync(person, SecondFactors.AppStore, SecondFactors.AppToken);
        (person.PasswordHash, person.TwoFactorEnabled, person.LockedAt) = (null, false, null);
        db.Invitations.Add(new Invitation(person.Id, code, clock.UtcNow()));
        db.NoteAct("invite", nameof(StaffUser), person.Id.ToString("D"), null);
        await people.UpdateSecurityStampAsync(person);
        var now = (DateTime?)clock.UtcNow();
        await db.InOneWriteAsync(
            async () => await db.RecoveryCodes.Where(one => one.UserId == person.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.Sessions.Where(session => session.UserId == person.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.KnownDevices.Where(device => device.UserId == person.Id).ExecuteDeleteAsync(cancellationToken)
                + await db.CalendarKeys.Where(key => key.UserId == person.Id && key.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellationToken)
                + await db.ApiTokens.Where(token => token.UserId == person.Id && token.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken),
            cancellationToken);
        return SignInCode.Show(code);
    }

    /// <exception cref="Domain.Common.DomainRuleException">It is too short or easy to guess.</exception>
    public async Task SetPassphraseAsync(StaffUser person, string typed, bool alone)
    {
        Passphrase.Check(typed, person.UserName!, frame.Value.ServiceName, alone);
        person.PasswordHash = hasher.HashPassword(person, typed);
        await people.UpdateSecurityStampAsync(person);
    }

    /// <summary>Her second factor is there: the code has done its work.</summary>
    public async Task SpendAsync(StaffUser person, CancellationToken cancellationToken)
    {
        var now = (DateTime?)clock.UtcNow();
        await db.InOneWriteAsync(
            () => db.Invitations.Where(one => one.UserId == person.Id && one.SpentAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SpentAt, now), cancellationToken),
            cancellationToken);
    }
}
