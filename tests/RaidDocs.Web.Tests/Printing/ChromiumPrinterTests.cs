using System.Net;
using System.Net.Sockets;
using RaidDocs.Web.Printing;

namespace RaidDocs.Web.Tests.Printing;

public sealed class ChromiumPrinterTests(PrinterFixture fixture) : IClassFixture<PrinterFixture>
{
    [Fact]
    public async Task A_picture_from_outside_is_never_fetched()
    {
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        var port = ((IPEndPoint)outside.LocalEndpoint).Port;

        var pdf = await PrintAsync(fixture.Printer,
            $"<img src='http://127.0.0.1:{port}/a.png'><link rel=stylesheet href='http://localhost:{port}/b.css'><img src='file:///etc/hostname'><p>Shown</p>");

        Assert.False(outside.Pending());
        Assert.Contains("Shown", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@page { size: A4; margin: 20mm } html { --page-width: 170mm; --page-height: 257mm }", "height: 260mm")]
    [InlineData("@page { size: A4; margin: 20mm } html { --page-width: 170mm; --page-height: 257mm }", "break-after: page")]
    [InlineData("", "break-after: page")]
    public async Task A_page_number_is_right_whether_it_was_guessed_or_found(string style, string block)
    {
        var pdf = await PrintAsync(fixture.Printer,
            $"<style>{style}</style><p><a href='#b'>Two stands on</a> <span data-page-of='b'>00</span></p><div style='{block}'></div><h2 id='b'>Two</h2>");

        Assert.Contains("Two stands on 2", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
        Assert.Contains("Two", await Poppler.PageTextAsync(pdf, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_never_settle_are_refused()
    {
        const string drifting =
            """
            <p><a href='#b'>b</a> <span data-page-of='b'>00</span></p><h2 id='b'>b</h2>
            <script>
              new MutationObserver(() => document.querySelector('h2').insertAdjacentHTML('beforebegin', '<p style="break-after: page">x</p>'))
                .observe(document.querySelector('span'), { childList: true, characterData: true, subtree: true });
            </script>
            """;

        var failed = await Assert.ThrowsAsync<PrintFailedException>(() => PrintAsync(fixture.Printer, drifting));

        Assert.Contains("did not settle", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_documents_at_once_all_print()
    {
        var printed = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => PrintAsync(fixture.Printer, $"<p>Number {number}</p>")));

        for (var number = 1; number <= 4; number++)
        {
            Assert.Contains($"Number {number}", await Poppler.TextAsync(printed[number - 1]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_browser_is_told_in_words()
    {
        using var printer = new ChromiumPrinter("/nowhere/chromium", TimeSpan.Zero);

        Assert.False(printer.IsAvailable);
        var failed = await Assert.ThrowsAsync<PrintFailedException>(() => PrintAsync(printer, "<p>x</p>"));
        Assert.Equal(ChromiumPrinter.NoBrowser, failed.Message);
    }

    [Fact]
    public async Task A_program_that_is_no_browser_is_given_up()
    {
        using var printer = new ChromiumPrinter("/bin/true", TimeSpan.Zero);

        await Assert.ThrowsAsync<PrintFailedException>(() => PrintAsync(printer, "<p>x</p>"));
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_the_next_one_prints()
    {
        using var printer = new ChromiumPrinter(PrinterFixture.Browser, TimeSpan.FromMinutes(1)) { TimeLimit = TimeSpan.FromSeconds(5) };

        var failed = await Assert.ThrowsAsync<PrintFailedException>(() => PrintAsync(printer, "<script>for (;;) { }</script>"));
        var next = await PrintAsync(printer, "<p>Next</p>");

        Assert.Contains("longer than 5 seconds", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Next", await Poppler.TextAsync(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_over_a_port_where_there_are_no_pipes()
    {
        using var printer = new ChromiumPrinter(PrinterFixture.Browser, TimeSpan.Zero) { OverPort = true };

        var pdf = await PrintAsync(printer, "<p>Over a port</p>");

        Assert.Contains("Over a port", await Poppler.TextAsync(pdf), StringComparison.Ordinal);
    }

    private static Task<byte[]> PrintAsync(ChromiumPrinter printer, string body) =>
        printer.PrintAsync(() => Task.FromResult($"<!DOCTYPE html><title>t</title>{body}"), TestContext.Current.CancellationToken);
}
