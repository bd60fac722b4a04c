using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RaidDocs.Domain.Data;
using RaidDocs.Domain.Staff;
using RaidDocs.Web.Hosting;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages;

/// <summary>The first run: the neutral name of the house, its first administrator and its first research leader. Then it is gone.</summary>
public sealed class SetupModel(IServiceProvider services) : PageModel
{
    [BindProperty]
    public SetupForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public IActionResult OnGet() => MayEnter() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayEnter())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var db = Store.OperatorContext(services);
        var request = services.GetRequiredService<RaidDocsDbContext>();

        // All of it or nothing: a name that is refused must not leave half a house behind.
        await using (var transaction = await request.Database.BeginTransactionAsync(cancellationToken))
        {
            await Hosting.Setup.AddPersonAsync(services, Form.Administrator!, Form.AdministratorPassphrase!, StaffRole.Administrator);
            await Hosting.Setup.AddPersonAsync(services, Form.Leader!, Form.LeaderPassphrase!, StaffRole.ResearchLeader);
            await transaction.CommitAsync(cancellationToken);
        }

        db.Settings.Add(new HouseSetting(HouseSetting.Name, Form.HouseName!.Trim()));
        await db.SaveChangesAsync(cancellationToken);
        var leader = (await db.LeadersAsync(cancellationToken))[0];
        await Hosting.Setup.AdoptRaidsAsync(db, leader, cancellationToken);
        services.GetRequiredService<SetupToken>().Spend();
        services.GetRequiredService<IOptions<FrameOptions>>().Value.ServiceName = Form.HouseName.Trim();
        return RedirectToPage("/Account/SignIn");
    }

    // From this computer only, with the token that the program printed here.
    private bool MayEnter() =>
        (HttpContext.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && services.GetRequiredService<SetupToken>().Accepts(Token);

    public sealed class SetupForm
    {
        [Required(ErrorMessage = "Enter a neutral name, like Notes")]
        [StringLength(40, ErrorMessage = "The name can have at most 40 letters")]
        [Display(Name = "A neutral name for the pages")]
        public string? HouseName { get; set; } = "Notes";

        [Required(ErrorMessage = "Enter the sign-in name of the first administrator")]
        [Display(Name = "First administrator: sign-in name")]
        public string? Administrator { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the administrator")]
        [DataType(DataType.Password)]
        [Display(Name = "First administrator: passphrase")]
        public string? AdministratorPassphrase { get; set; }

        [Required(ErrorMessage = "Enter the sign-in name of the first research leader")]
        [Display(Name = "First research leader: sign-in name")]
        public string? Leader { get; set; }

        [Required(ErrorMessage = "Enter a passphrase for the research leader")]
        [DataType(DataType.Password)]
        [Display(Name = "First research leader: passphrase")]
        public string? LeaderPassphrase { get; set; }
    }
}
