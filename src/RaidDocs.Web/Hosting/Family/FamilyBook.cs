using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Family;
using RaidDocs.Family;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Family;

/// <summary>
/// Keeps the capsules of the family page as the record says. Nothing else of the program writes them, and the page reads nothing
/// but them.
/// </summary>
public sealed class FamilyBook(FamilyHouse house, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FamilyBook> log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _writing = new();
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> _leaving = [];
    private int _seen = -1;
    private DateOnly _written;

    /// <summary>
    /// These numbers lead nowhere from the next request on. Until <see cref="Settled"/> is told of the save nobody writes them
    /// anew, because the record does not say yet that they are dead.
    /// </summary>
    public void Empty(DbContext save, IEnumerable<FamilyLink> links)
    {
        var finds = links.Select(link => link.Finds).ToList();
        lock (_writing)
        {
            _leaving.GetOrCreateValue(save).UnionWith(finds);
            house.Capsules.Empty([.. finds.Select(Convert.FromHexString)]);
        }
    }

    /// <summary>The save was kept or undone: from here on the record is right. False if it touched no number.</summary>
    public bool Settled(DbContext save)
    {
        lock (_writing)
        {
            return _leaving.Remove(save);
        }
    }

    /// <summary>After the store was opened: notes what happened while it was closed, and makes the capsules anew.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            if (!await db.Settings.AnyAsync(row => row.Key == HouseSetting.FamilySalt, cancellationToken))
            {
                db.Settings.Add(new HouseSetting(HouseSetting.FamilySalt, Convert.ToHexString(house.Capsules.Salt)));
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        await CollectAsync(cancellationToken, always: true);
        await RewriteAsync(cancellationToken);
    }

    /// <summary>Writes the capsules anew from the record: those that she allows today, and no others.</summary>
    public async Task RewriteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = Store.OperatorContext(scope.ServiceProvider);
            var salt = await db.Settings.AsNoTracking().Where(row => row.Key == HouseSetting.FamilySalt).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
            var live = await LiveAsync(db, cancellationToken);
            lock (_writing)
            {
                var leaving = _leaving.SelectMany(save => save.Value).ToHashSet();
                house.Capsules.Rewrite(salt is null ? null : Convert.FromHexString(salt), [.. live.Where(pair => !leaving.Contains(Convert.ToHexString(pair.Item1.Id)))]);
            }

            _written = clock.Today();
        }
        catch (IOException failed)
        {
            // What had to be emptied was emptied before; the rest is made up at the next change and when the store is opened.
            log.LogWarning("The capsules of the family page could not be written: {Failure}", failed.GetType().Name);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the days of use into the record. A second number that was typed raises the alarm.</summary>
    public async Task CollectAsync(CancellationToken cancellationToken, bool always = false)
    {
        // An answer that counts from today on, or no more, changes no row.
        if (_written != clock.Today() && !always)
        {
            await RewriteAsync(cancellationToken);
        }

        var uses = house.Capsules.Uses;
        if (uses == _seen && !always)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        foreach (var link in await db.FamilyLinks.Where(link => link.RevokedOn == null).ToListAsync(cancellationToken))
        {
            if (Read(link)?.UsedOn is not { } used || used <= link.UsedOn)
            {
                continue;
            }

            link.NoteUse(used);
            if (link.IsAlarm)
            {
                db.FamilyCalls.Add(new FamilyCall(
                    link.RaidId, link.WomanId, link.AlarmOfId, new FamilyCallFacts { Kind = FamilyCallKind.Alarm, On = used, Relation = link.Facts.Relation }));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        _seen = uses;
    }

    /// <summary>True while the page answers to this number.</summary>
    public bool Answers(FamilyLink link) => Read(link)?.IsAliveOn(clock.Today()) == true;

    public void Dispose() => _turn.Dispose();

    public static FamilyKey KeyOf(FamilyLink link) => new(Convert.FromHexString(link.Finds), Convert.FromHexString(link.Opens));

    private Capsule? Read(FamilyLink link)
    {
        try
        {
            return house.Capsules.Find(KeyOf(link));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<List<(FamilyKey, Capsule)>> LiveAsync(RaidDocsDbContext db, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var links = await db.FamilyLinks.AsNoTracking().Where(link => link.RevokedOn == null).ToListAsync(cancellationToken);
        var women = links.Select(link => link.WomanId).Distinct().ToList();
        var answers = (await db.Consents.AsNoTracking()
                .Where(row => women.Contains(row.WomanId) && row.TestimonyId == null)
                .OrderBy(row => row.RecordedAt)
                .Select(row => new { row.RaidId, row.WomanId, row.Facts })
                .ToListAsync(cancellationToken))
            .ToLookup(row => (row.RaidId, row.WomanId), row => row.Facts);
        var firsts = links.Where(link => !link.IsAlarm).ToDictionary(link => link.Id);
        return
        [
            .. from link in links
               let first = link.AlarmOfId is { } id ? firsts.GetValueOrDefault(id) : link
               let consent = FamilyConsent.Of([.. answers[(link.RaidId, link.WomanId)]], today)
               where consent.IsYes && link.Facts.Level != FamilyLevel.Nothing && first is not null && first.Facts.Level != FamilyLevel.Nothing
               let capsule = CapsuleOf(link, consent, Read(link)?.UsedOn) with { GivenOn = UseOf(link, first) }
               where capsule.IsAliveOn(today)
               select (KeyOf(link), capsule),
        ];
    }

    // The number for danger is there to lie unused: it lives as long as the first one is used.
    private DateOnly UseOf(FamilyLink link, FamilyLink first)
    {
        var used = first == link ? null : Read(first)?.UsedOn is { } seen && seen > (first.UsedOn ?? DateOnly.MinValue) ? seen : first.UsedOn;
        return used > link.GivenOn ? used.Value : link.GivenOn;
    }

    internal static Capsule CapsuleOf(FamilyLink link, FamilyConsent consent, DateOnly? used) => new()
    {
        Level = (int)link.Facts.Level,
        Sentence = link.IsAlarm || link.IsSuspected ? Sentence.PleaseCall : SentenceOf(link.Facts.Sentence),
        Place = (PlaceKind)(int)link.Facts.Place,
        Language = link.Facts.Language,
        NewsOn = link.Facts.NewsOn,
        Since = link.Facts.Since,
        MovedOn = link.Facts.MovedOn,
        NextOn = link.Facts.NextOn,
        TakesMessages = link.Facts.Level == FamilyLevel.Messages,
        GivenOn = link.GivenOn,
        UsedOn = used > link.UsedOn || link.UsedOn is null ? used : link.UsedOn,
        LastDay = consent.LastDay,
    };

    internal static Sentence SentenceOf(FamilySentence sentence) => sentence switch
    {
        FamilySentence.InContact => Sentence.InContact,
        FamilySentence.GovernmentPlace => Sentence.GovernmentPlace,
        FamilySentence.FreeToCome => Sentence.FreeToCome,
        FamilySentence.HasLeft => Sentence.HasLeft,
        FamilySentence.NotKnown => Sentence.NotKnown,
        _ => Sentence.PleaseCall,
    };
}
