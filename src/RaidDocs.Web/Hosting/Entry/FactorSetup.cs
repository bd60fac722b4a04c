using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using QRCoder;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Hosting.Entry;

/// <summary>What adding a second factor has around it, whichever it is.</summary>
public sealed class FactorSetup(SecondFactors factors, Sessions sessions, Invitations invitations, IOptions<FrameOptions> frame, TimeProvider clock)
{
    /// <summary>The first one needs nothing more; another one only with the first just proved.</summary>
    public async Task<bool> MayAddAsync(PageModel page, StaffUser person, CancellationToken cancellationToken) =>
        page.IsConfirmed(clock) || !await factors.HasRealOneAsync(person, cancellationToken);

    /// <summary>The key in groups, and its QR code as SVG.</summary>
    public async Task<(string Key, string Picture)> ShowAsync(StaffUser person)
    {
        var key = await factors.AppKeyAsync(person);
        using var code = QRCodeGenerator.GenerateQrCode(OneTimeCode.Address(frame.Value.ServiceName, person.UserName!, key), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);

        // Dark on light also at night, or no camera reads it; the key beside it says the same in words. Attributes only: our policy lets no style through.
        return (OneTimeCode.Show(key), svg.GetGraphic(4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute)
            .Replace("<svg ", "<svg width=\"232\" height=\"232\" aria-hidden=\"true\" ", StringComparison.Ordinal));
    }

    /// <summary>Her first factor: the one-time code is spent, she is in, and here are ten codes for her paper. Else null.</summary>
    public async Task<string[]?> FinishAsync(HttpContext context, StaffUser person, CancellationToken cancellationToken)
    {
        await invitations.SpendAsync(person, cancellationToken);
        await GoOnAsync(context, person, cancellationToken);
        return await factors.RecoveryCodesLeftAsync(person.Id, cancellationToken) > 0
            ? null
            : [.. (await factors.NewRecoveryCodesAsync(person, cancellationToken)).Select(SignInCode.Show)];
    }

    /// <summary>Here she goes on; everywhere else the change has ended her sessions.</summary>
    public Task GoOnAsync(HttpContext context, StaffUser person, CancellationToken cancellationToken) =>
        sessions.EnterAsync(context, person, isConfirmed: true, cancellationToken);
}
