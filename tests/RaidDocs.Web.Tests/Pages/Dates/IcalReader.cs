using System.Diagnostics;
using System.Text.Json;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Pages.Dates;

/// <summary>What ical.js, a parser that the project did not write, finds in a calendar.</summary>
internal sealed record ReadCalendar(string Version, string Scale, string Refresh, IReadOnlyList<string> Zones, IReadOnlyList<ReadEvent> Events);

internal sealed record ReadEvent(
    string Uid, string Summary, string? Description, string Start, string? StartUtc, string End, bool AllDay, string? Zone, long Sequence, string Status, string Class, string Stamp);

internal static class IcalReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ReadCalendar> ReadAsync(byte[] calendar)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "read.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "ical"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (read, said) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.BaseStream.WriteAsync(calendar);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await said);
        return JsonSerializer.Deserialize<ReadCalendar>(await read, Json)!;
    }
}
