using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Domain.Backups;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Facilities;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Hosting.Backups;
using RaidDocs.Web.Hosting.Family;
using RaidDocs.Web.Tests.Family;
using RaidDocs.Web.Tests.Pages.Vault;

namespace RaidDocs.Web.Tests.Backups;

/// <summary>A store with a case, two files of evidence and a family that has a number; and one backup of it.</summary>
public sealed class BackupApp : VaultApp, IAsyncLifetime
{
    public const string Planted = "Marigold Lantern House";

    /// <summary>The backup that was made while somebody else saved.</summary>
    public string Backup { get; private set; } = "";

    public string Raid { get; private set; } = "";

    /// <summary>Places that were saved before it began, and those that were saved while it was made.</summary>
    public int Before { get; private set; }

    public int During { get; private set; }

    internal BackupDesk Desk => Services.GetRequiredService<BackupDesk>();

    internal BackupMaker Maker => Services.GetRequiredService<BackupMaker>();

    public async ValueTask InitializeAsync()
    {
        await MakeAsync();
        Raid = await ImportDemoAsync("dok-rak");
        var id = await DbAsync(db => db.Raids.Where(row => row.Code == Raid).Select(row => row.Id).SingleAsync());
        var woman = await DbAsync(db => db.Apprehensions.Where(row => row.RaidId == id && row.Number == 1).Select(row => row.WomanId).SingleAsync());
        await SaveAsync(
            new Consent(id, woman, null, new ConsentFacts { Purpose = Purpose.Keep, Answer = ConsentAnswer.Yes }),
            new Consent(id, woman, null, new ConsentFacts { Purpose = Purpose.TellFamily, Answer = ConsentAnswer.Yes }),
            new Facility("P900", new FacilityFacts { Name = Planted, Kind = "police-station" }));
        await DbAsync(async db =>
        {
            await Services.GetRequiredService<FamilyNumbers>().GiveAsync(db, (id, woman), FamilyApp.Facts(), false, id: null, TestContext.Current.CancellationToken);
            return await db.SaveChangesAsync();
        });
        await SendAsync(id, 100_000);
        await SendAsync(id, 300_000);
        Before = await DbAsync(db => db.Facilities.CountAsync());

        // Somebody saves until the backup is made.
        using var made = new CancellationTokenSource();
        var saving = Task.Run(async () =>
        {
            while (!made.IsCancellationRequested)
            {
                await SaveAsync(new Facility($"Q{During + 1}", new FacilityFacts { Name = $"House {During + 1}", Kind = "police-station" }));
                During++;
            }
        });
        await DbAsync(async db =>
        {
            while (During == 0)
            {
                await Task.Yield();
            }

            Backup = (await BackupDesk.MakeAsync(Services, db, Path.Combine(Folder, "backups"), TestContext.Current.CancellationToken)).Path;
            return 0;
        });
        await made.CancelAsync();
        await saving;
    }

    public Task<Guid> SendAsync(Guid raid, int bytes) => DbAsync(db =>
    {
        var plain = RandomNumberGenerator.GetBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(plain);
        return new EvidenceStore(db, Services.GetRequiredService<SealedFiles>()).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), raid, new EvidenceFacts { Title = "Order" }, []) { Name = "order.pdf" }, new MemoryStream(plain), Today, TestContext.Current.CancellationToken);
    });

    /// <summary>A new machine: the program over an empty folder.</summary>
    public sealed class Elsewhere : VaultApp
    {
        // What is restored is a store in a folder.
        protected override bool MayBeOnServer => false;

        protected override bool HasPeople => false;
    }
}
