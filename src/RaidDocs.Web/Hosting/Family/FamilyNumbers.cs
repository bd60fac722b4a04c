using RaidDocs.Domain.Common;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Family;

/// <summary>Gives numbers to families. A number is known here for as long as it takes to show it once.</summary>
public sealed class FamilyNumbers(FamilyHouse house, TimeProvider clock)
{
    /// <summary>A number for one contact, and a second one that raises the alarm where she wants it. The caller saves.</summary>
    /// <exception cref="DomainRuleException">She has not said yes, or this language is not offered.</exception>
    public async Task<GivenNumber> GiveAsync(
        RaidDocsDbContext db, (Guid Raid, Guid Woman) her, FamilyLinkFacts facts, bool withAlarm, Guid? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(facts);
        var today = clock.Today();
        if (await FamilyConsent.OfAsync(db, her.Raid, her.Woman, today, cancellationToken) is { State: not ConsentState.Yes })
        {
            throw new DomainRuleException($"She has not said that her family may be told. You can record that the family asked");
        }

        if (facts.Level == FamilyLevel.Nothing)
        {
            throw new DomainRuleException($"Choose what this person may know");
        }

        if (!house.Settings.Offered.Contains(facts.Language))
        {
            throw new DomainRuleException($"This language is not offered on the family page");
        }

        var (code, key) = await NewAsync(cancellationToken);
        var link = new FamilyLink(her.Raid, her.Woman, facts, Convert.ToHexString(key.Id), Convert.ToHexString(key.Secret), code[^4..], today) { Id = id ?? Guid.CreateVersion7() };
        db.FamilyLinks.Add(link);
        string? second = null;
        if (withAlarm)
        {
            (second, key) = await NewAsync(cancellationToken);
            db.FamilyLinks.Add(link.Alarm(Convert.ToHexString(key.Id), Convert.ToHexString(key.Secret), second[^4..], today));
        }

        if (facts.Sentence == FamilySentence.PleaseCall)
        {
            db.FamilyCalls.Add(FirstCall(link, today));
        }

        return new GivenNumber(link, FamilyCode.InGroups(code), second is null ? null : FamilyCode.InGroups(second));
    }

    /// <summary>Painful news goes by voice: somebody has to call.</summary>
    public static FamilyCall FirstCall(FamilyLink link, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new FamilyCall(
            link.RaidId, link.WomanId, link.Id, new FamilyCallFacts { Kind = FamilyCallKind.CallFirst, On = today, Relation = link.Facts.Relation, CallBack = true });
    }

    private async Task<(string Code, FamilyKey Key)> NewAsync(CancellationToken cancellationToken)
    {
        var code = FamilyCode.New();
        return (code, await house.KeyOfAsync(code, cancellationToken));
    }
}

/// <summary>Shown once.</summary>
public sealed record GivenNumber(FamilyLink Link, string Number, string? AlarmNumber);
