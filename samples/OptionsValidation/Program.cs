// Training options in appsettings.json: judged while the file is edited, and again by the same rules when the host
// starts, after the environment has changed them.
//   dotnet run --project samples/OptionsValidation
//   Training__Tokens=300 dotnet run --project samples/OptionsValidation       the host does not start, and prints why
using System;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OptionsValidation;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddOptions<Training>().BindConfiguration("Training").ValidateOnStart();
builder.Services.AddSingleton<IValidateOptions<Training>, ScalingValidation<Training>>();
using var host = builder.Build();
try
{
    await host.StartAsync();
}
catch (OptionsValidationException error)
{
    // The host does not start: Training__Tokens=300 in the environment is one way to see it.
    foreach (string failure in error.Failures) Console.Error.WriteLine(failure);
    return 1;
}

var plan = host.Services.GetRequiredService<IOptions<Training>>().Value;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{plan.Tokens:0.##e0} tokens; planned with {ScalingConfigs.Training.AcceleratorHours:N0} accelerator-hours"));
await host.StopAsync();
return 0;
