using RaidDocs.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.AddLogs(folder: null);
builder.AddWebKit();

var app = builder.Build();
app.UseWebKit();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();
