using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Domain.Disclosure.Bundles;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Pages.CaseFiles;
using RaidDocs.Web.Printing;

namespace RaidDocs.Benchmarks;

/// <summary>The case file of a raid: how long it takes, when its first step is told, and what it takes in memory.</summary>
internal static class CaseFileLoad
{
    private const int Exhibits = 23;
    private const int LargeFiles = 10;
    private const int LargeBytes = 20 * 1024 * 1024;

    public static async Task MeasureAsync(IServiceProvider services)
    {
        for (var number = 1; number <= Exhibits; number++)
        {
            await ReceiveAsync(services, StampPdf.Make([.. Enumerable.Range(1, 1 + (number % 2)).Select(page => new Stamp(595, 842, page, $"PAPER {number}"))], "paper"), number);
        }

        for (var round = 1; round <= 4; round++)
        {
            await MakeAsync(services, round == 1 ? "case file, first" : "case file, warm");
        }

        for (var number = 1; number <= LargeFiles; number++)
        {
            await ReceiveAsync(services, LargePdf(), Exhibits + number);
        }

        GC.Collect();
        await MakeAsync(services, "200 MB of papers");
        await MakeAsync(services, "200 MB, again");
    }

    private static async Task MakeAsync(IServiceProvider services, string name)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var press = scope.ServiceProvider.GetRequiredService<BundlePress>();
        var made = scope.ServiceProvider.GetRequiredService<MadeFiles>();
        var raid = await db.Raids.Select(row => row.Code).FirstAsync();
        var (before, most) = (Environment.WorkingSet, 0L);
        using var watching = new Timer(_ => most = Math.Max(most, Environment.WorkingSet), null, 0, 20);
        var order = Guid.NewGuid();
        var watch = Stopwatch.StartNew();
        var steps = new List<string>();
        var result = await press.MakeAsync(
            db, order, raid, new BundleWishes { Audience = Audience.Lawyer, ForWhom = "A", Why = "figures" },
            step => steps.Add(string.Create(CultureInfo.InvariantCulture, $"{step} {watch.Elapsed.TotalSeconds:0.0}")), CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-18} {watch.Elapsed.TotalSeconds:0.0} s for {result.Export.Bytes / 1024 / 1024} MB; working set {before / 1024 / 1024} MB, at most +{(most - before) / 1024 / 1024} MB; steps at {string.Join(", ", steps)}"));
        made.Shred(order);
    }

    private static async Task ReceiveAsync(IServiceProvider services, byte[] file, int number)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var raid = await db.Raids.Select(row => row.Id).FirstAsync();
        await new EvidenceStore(db, services.GetRequiredService<SealedFiles>()).ReceiveAsync(
            new GivenFile(Guid.CreateVersion7(), raid, new EvidenceFacts { Title = $"Paper {number}" }, []) { Name = "paper.pdf", Expected = file.Length },
            new MemoryStream(file), new DateOnly(2026, 11, 21), CancellationToken.None);
    }

    // One page, and behind it a comment of chance that a reader skips.
    private static byte[] LargePdf()
    {
        var content = "BT /F 12 Tf 72 72 Td (large) Tj ET\n%" + Convert.ToHexString(RandomNumberGenerator.GetBytes(LargeBytes / 2)) + "\n";
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>",
            FormattableString.Invariant($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
        ];
        foreach (var (index, one) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
