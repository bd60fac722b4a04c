using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>What proved her second factor.</summary>
public enum FactorKind
{
    App,
    RecoveryCode,
    Passkey,
    Demo,
}

/// <summary>A code that all people of a demo share. It is there under --demo only; a real store knows of none.</summary>
public sealed record DemoCode(string Code);

/// <summary>The second factors of a person: the app's codes, the ten codes on paper, passkeys.</summary>
public sealed class SecondFactors(UserManager<StaffUser> people, RaidDocsDbContext db, TimeProvider clock, DemoCode? demo = null)
{
    // Where Identity keeps the key of an app.
    internal const string AppStore = "[AspNetUserStore]";
    internal const string AppToken = "AuthenticatorKey";

    public async Task<bool> HasOneAsync(StaffUser person, CancellationToken cancellationToken) =>
        demo is not null || await HasRealOneAsync(person, cancellationToken);

    /// <summary>One of her own, not that of a demo.</summary>
    public async Task<bool> HasRealOneAsync(StaffUser person, CancellationToken cancellationToken) =>
        person.TwoFactorEnabled || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(passkey => passkey.UserId == person.Id, cancellationToken);

    /// <summary>Tries a typed code as the app's, then as one of the paper. What fits is used up with it.</summary>
    public async Task<FactorKind?> UseCodeAsync(StaffUser person, string? typed, CancellationToken cancellationToken)
    {
        if (demo is not null && typed?.Trim() == demo.Code)
        {
            return FactorKind.Demo;
        }

        return person.TwoFactorEnabled && await UseAppCodeAsync(person, typed, cancellationToken) ? FactorKind.App
            : await UseRecoveryCodeAsync(person, typed, cancellationToken) ? FactorKind.RecoveryCode
            : null;
    }

    public async Task<bool> UseRecoveryCodeAsync(StaffUser person, string? typed, CancellationToken cancellationToken)
    {
        if (SignInCode.Read(typed) is not { } code)
        {
            return false;
        }

        var (hash, now) = (SignInCode.HashOf(person.Id, code), (DateTime?)clock.UtcNow());
        return await db.InOneWriteAsync(
            () => db.RecoveryCodes.Where(one => one.UserId == person.Id && one.Hash == hash && one.SpentAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.SpentAt, now), cancellationToken),
            cancellationToken) == 1;
    }

    /// <summary>Makes a key for the app, which counts only once <see cref="AcceptAppAsync"/> has seen a code of it.</summary>
    public async Task<string> AppKeyAsync(StaffUser person)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } begun && !person.TwoFactorEnabled)
        {
            return begun;
        }

        var key = OneTimeCode.NewKey();
        await people.SetAuthenticationTokenAsync(person, AppStore, AppToken, key);
        return key;
    }

    public async Task<bool> AcceptAppAsync(StaffUser person, string? typed)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is not { } key
            || OneTimeCode.Match(key, typed, clock.GetUtcNow(), person.LastCodeStep) is not { } step)
        {
            return false;
        }

        person.LastCodeStep = step;
        db.NoteAct("add-app", nameof(StaffUser), person.Id.ToString("D"), null);
        await people.SetTwoFactorEnabledAsync(person, true);
        return true;
    }

    /// <summary>Another app is to be set up; until that is done the old one is gone.</summary>
    public async Task DropAppAsync(StaffUser person)
    {
        db.NoteAct("remove-app", nameof(StaffUser), person.Id.ToString("D"), null);
        await people.RemoveAuthenticationTokenAsync(person, AppStore, AppToken);
        await people.SetTwoFactorEnabledAsync(person, false);
    }

    /// <summary>A change that ends her other sessions.</summary>
    public Task NoteAsync(StaffUser person, string act)
    {
        db.NoteAct(act, nameof(StaffUser), person.Id.ToString("D"), null);
        return people.UpdateSecurityStampAsync(person);
    }

    /// <summary>Ten new codes; the old ones are dead.</summary>
    public Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffUser person, CancellationToken cancellationToken) =>
        db.InOneWriteAsync<IReadOnlyList<string>>(async () =>
        {
            var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => SignInCode.New()).ToList();
            await db.RecoveryCodes.Where(code => code.UserId == person.Id).ExecuteDeleteAsync(cancellationToken);
            db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(person.Id, code)));
            db.NoteAct("new-recovery-codes", nameof(StaffUser), person.Id.ToString("D"), null);
            await db.SaveChangesAsync(cancellationToken);
            return codes;
        }, cancellationToken);

    public Task<int> RecoveryCodesLeftAsync(Guid person, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(code => code.UserId == person && code.SpentAt == null, cancellationToken);

    private async Task<bool> UseAppCodeAsync(StaffUser person, string? typed, CancellationToken cancellationToken)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is not { } key
            || OneTimeCode.Match(key, typed, clock.GetUtcNow(), person.LastCodeStep) is not { } step)
        {
            return false;
        }

        // Whoever comes first takes it: the same code from two browsers at once signs in one of them.
        return await db.InOneWriteAsync(
            () => db.Users.Where(one => one.Id == person.Id && (one.LastCodeStep == null || one.LastCodeStep < step))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step), cancellationToken),
            cancellationToken) == 1;
    }
}
