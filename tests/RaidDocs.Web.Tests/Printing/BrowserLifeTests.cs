using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Tests.Printing;

/// <summary>When the browser starts, stays and ends.</summary>
public sealed class BrowserLifeTests(PrinterFixture fixture) : IClassFixture<PrinterFixture>
{
    [Fact]
    public async Task Closing_it_leaves_no_browser_and_no_folder_and_it_starts_again()
    {
        using var printer = PrinterFixture.NewPrinter();

        await PrintAsync(printer, "<p>A marker: yellow umbrella</p>");
        var profile = printer.ProfileFolder!;

        // Its locks are links and a socket, not files.
        var files = new DirectoryInfo(profile).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Length > 0 && file.LinkTarget is null);
        Assert.All(files.Select(file => file.FullName), file =>
            Assert.DoesNotContain("yellow umbrella", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
        printer.Close();

        Assert.Null(printer.ProfileFolder);
        Assert.False(Directory.Exists(profile));
        Assert.Contains("Again", await Poppler.TextAsync(await PrintAsync(printer, "<p>Again</p>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_owner_reads_the_browsers_folder()
    {
        await PrintAsync(fixture.Printer, "<p>x</p>");

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(fixture.Printer.ProfileFolder!).UnixFileMode);
    }

    [Fact]
    public async Task An_idle_browser_is_closed_after_a_while()
    {
        using var printer = PrinterFixture.NewPrinter(TimeSpan.FromMilliseconds(200));

        await PrintAsync(printer, "<p>x</p>");

        for (var tries = 0; tries < 100 && printer.ProfileFolder is not null; tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Null(printer.ProfileFolder);
    }

    [Fact]
    public async Task Locking_in_the_middle_of_a_document_ends_it()
    {
        using var printer = PrinterFixture.NewPrinter();

        var failed = await Assert.ThrowsAsync<PrintFailedException>(() => printer.PrintAsync(
            async () =>
            {
                while (printer.ProfileFolder is null)
                {
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                }

                printer.Close();
                return "<p>x</p>";
            },
            TestContext.Current.CancellationToken));

        Assert.Contains("ended while printing", failed.Message, StringComparison.Ordinal);
        Assert.Null(printer.ProfileFolder);
    }

    [Fact]
    public async Task Locking_while_a_page_loads_ends_it_at_once()
    {
        using var printer = PrinterFixture.NewPrinter();
        var printing = PrintAsync(printer, "<script>for (;;) { }</script>");
        while (printer.ProfileFolder is null)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        printer.Close();

        await Assert.ThrowsAsync<PrintFailedException>(() => printing.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task The_application_ends_its_browser_when_it_ends()
    {
        var services = new ServiceCollection();
        services.AddRaidDocsDocuments(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Printing:Browser", PrinterFixture.Browser)]).Build());
        string profile;
        await using (var provider = services.BuildServiceProvider())
        {
            var printer = Assert.IsType<ChromiumPrinter>(provider.GetRequiredService<IPdfPrinter>());
            await PrintAsync(printer, "<p>x</p>");
            profile = printer.ProfileFolder!;
            Assert.True(Directory.Exists(profile));
        }

        Assert.False(Directory.Exists(profile));
    }

    private static Task<byte[]> PrintAsync(ChromiumPrinter printer, string body) =>
        printer.PrintAsync(() => Task.FromResult($"<!DOCTYPE html><title>t</title>{body}"), TestContext.Current.CancellationToken);
}
