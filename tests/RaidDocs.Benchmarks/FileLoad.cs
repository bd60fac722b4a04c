using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using RaidDocs.Domain.Audit;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Benchmarks;

/// <summary>Files: how fast one is taken in beside a plain copy to the same disk, and how long a check of all takes.</summary>
internal static class FileLoad
{
    private const int FileBytes = 100 * 1024 * 1024;
    private const int Rounds = 5;

    /// <summary>The least that can take a file over HTTP: the framework's reader, a plain file, a flush, a rename. No hash, no seal, no sign-in.</summary>
    public static WebApplication Bare(string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 2L * FileBytes);
        var app = builder.Build();
        app.MapPost("/upload", async context =>
        {
            var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value!;
            var section = await new MultipartReader(boundary, context.Request.Body, 128 * 1024).ReadNextSectionAsync();
            var path = Path.Combine(folder, "bare");
            await using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 0))
            {
                await section!.Body.CopyToAsync(file, 256 * 1024);
                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".new", path, overwrite: true);
        });
        return app;
    }

    /// <summary>Sends files over HTTP to the product and to the bare program, and writes the same bytes plainly to the same disk, in turns.</summary>
    public static async Task MeasureUploadAsync(IServiceProvider services, HttpClient reader, HttpClient bare, string folder)
    {
        var (plain, sent, taken) = (new List<double>(), new List<double>(), new List<double>());
        var bytes = RandomNumberGenerator.GetBytes(FileBytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        var before = Environment.WorkingSet;
        for (var round = 0; round < Rounds; round++)
        {
            BitConverter.GetBytes(round).CopyTo(bytes, 100);
            plain.Add(PlainWrite(bytes, Path.Combine(folder, "plain")));
            taken.Add(await SendBareAsync(bare, bytes));
            sent.Add(await SendAsync(reader, bytes));
        }

        var (disk, least, upload) = (Median(plain), Median(taken), Median(sent));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"upload             {upload:0} MB/s; plain write, flush and rename {disk:0} MB/s; ratio {upload / disk:0.00}; bare upload {least:0} MB/s, ratio {upload / least:0.00}; working set +{(Environment.WorkingSet - before) / 1024 / 1024} MB"));
        var alone = await SealAsync(services, bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sealing alone      {alone:0} MB/s into the store, without HTTP"));
    }

    /// <summary>10,000 lines of the log and 1 GB of files.</summary>
    public static async Task MeasureVerifyAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var files = services.GetRequiredService<SealedFiles>();
        var raid = await db.Raids.Select(row => row.Id).FirstAsync();
        var bytes = RandomNumberGenerator.GetBytes(FileBytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        var there = await db.Evidence.SumAsync(row => row.File.Bytes);
        for (var number = 0; there + ((long)number * FileBytes) < 1L << 30; number++)
        {
            BitConverter.GetBytes(number + 1000).CopyTo(bytes, 100);
            await ReceiveAsync(db, files, raid, bytes);
        }

        for (var left = 10_000 - await db.AuditEntries.CountAsync(); left > 0; left -= 500)
        {
            for (var line = 0; line < 500; line++)
            {
                db.NoteAct("read", "Raid", raid.ToString("D"), raid);
            }

            await db.SaveChangesAsync();
        }

        var watch = Stopwatch.StartNew();
        var log = await db.CheckLogAsync([], CancellationToken.None);
        var logTime = watch.Elapsed;
        var report = await db.CheckFilesAsync(files, null, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"verify             {watch.Elapsed.TotalSeconds:0.0} s: {log.Lines} lines {logTime.TotalSeconds:0.0} s, {report.Files} files of {report.Bytes / 1024 / 1024} MB {(watch.Elapsed - logTime).TotalSeconds:0.0} s; findings {log.Findings.Count + report.Findings.Count}"));
    }

    private static double PlainWrite(byte[] bytes, string path)
    {
        var watch = Stopwatch.StartNew();
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
        var speed = FileBytes / 1024.0 / 1024 / watch.Elapsed.TotalSeconds;
        File.Delete(path);
        return speed;
    }

    private static async Task<double> SendBareAsync(HttpClient bare, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "File", "film.pdf" } };
        var watch = Stopwatch.StartNew();
        (await bare.PostAsync(new Uri("/upload", UriKind.Relative), form)).EnsureSuccessStatusCode();
        return FileBytes / 1024.0 / 1024 / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> SendAsync(HttpClient reader, byte[] bytes)
    {
        const string Address = "/raids/R01/papers/upload";
        var page = await reader.GetStringAsync(new Uri(Address, UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Value(page, "__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Value(page, "Form.Number")), "Form.Number" },
            { new StringContent("A long film"), "Form.Title" },
            { new ByteArrayContent(bytes), "Form.File", "film.pdf" },
        };
        var watch = Stopwatch.StartNew();
        var answer = await reader.PostAsync(new Uri(Address, UriKind.Relative), form);
        return answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("receipt", StringComparison.Ordinal) || (int)answer.StatusCode == 302
            ? FileBytes / 1024.0 / 1024 / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The upload was answered with {(int)answer.StatusCode}.");
    }

    private static async Task<double> SealAsync(IServiceProvider services, byte[] bytes)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = Store.OperatorContext(scope.ServiceProvider);
        var raid = await db.Raids.Select(row => row.Id).FirstAsync();
        BitConverter.GetBytes(999).CopyTo(bytes, 100);
        var watch = Stopwatch.StartNew();
        await ReceiveAsync(db, services.GetRequiredService<SealedFiles>(), raid, bytes);
        return FileBytes / 1024.0 / 1024 / watch.Elapsed.TotalSeconds;
    }

    private static Task<Guid> ReceiveAsync(RaidDocsDbContext db, SealedFiles files, Guid raid, byte[] bytes) => new EvidenceStore(db, files).ReceiveAsync(
        new GivenFile(Guid.CreateVersion7(), raid, new EvidenceFacts { Title = "Film" }, []) { Name = "film.pdf", Expected = bytes.Length },
        new MemoryStream(bytes), new DateOnly(2026, 11, 21), CancellationToken.None);

    private static string Value(string page, string name)
    {
        var at = page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        var from = page.IndexOf("value=\"", at, StringComparison.Ordinal) + 7;
        return page[from..page.IndexOf('"', from)];
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
