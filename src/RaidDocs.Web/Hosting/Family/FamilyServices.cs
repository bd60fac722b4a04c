using Microsoft.EntityFrameworkCore.Diagnostics;
using RaidDocs.Domain.Data;
using RaidDocs.Family;

namespace RaidDocs.Web.Hosting.Family;

internal static class FamilyServices
{
    /// <summary>The family page gets its folder, a clock and a way to write a file: no key, no record.</summary>
    public static IServiceCollection AddFamily(this IServiceCollection services, DataFolder folder)
    {
        services.AddOptions<FamilyRounds>();
        return services
            .AddSingleton(provider => new FamilyHouse(
                folder.Family, SafeFile.Write, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<FamilyRounds>>().Value.Rounds,
                provider.GetRequiredService<FolderTurn>() is { IsShared: true } turn ? turn.Enter : null))
            .AddSingleton<FamilyBook>()
            .AddSingleton<FamilyNumbers>()
            .AddSingleton<IInterceptor>(provider => new FamilyKeeper(provider.GetRequiredService<FamilyBook>, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Under the family's own name nothing of the staff answers, and its bare address leads to the page.</summary>
    public static void UseFamilyHost(this WebApplication app)
    {
        var house = app.Services.GetRequiredService<FamilyHouse>();
        app.Use((context, next) =>
        {
            if (house.Settings.Host is not { } host || !string.Equals(context.Request.Host.Host, host, StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            if (context.Request.Path == "/")
            {
                context.Response.Redirect("/n");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }

            FamilyHeaders.Write(context);
            return Task.CompletedTask;
        });
        app.MapFamilyPage(house);
    }
}

/// <summary>How slow the derivation of a number is; only tests make it faster.</summary>
public sealed class FamilyRounds
{
    public int Rounds { get; set; } = FamilyKey.Rounds;
}
