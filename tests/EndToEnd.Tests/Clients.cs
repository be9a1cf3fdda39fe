using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Projects of every kind that reference the packages, in one solution that is built twice.</summary>
public sealed class Clients : IAsyncLifetime
{
    private const string Warnings =
        "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable>"
        + "<GenerateDocumentationFile>true</GenerateDocumentationFile>";

    private const string Shape = """
        { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256 }
        """;

    private readonly Feed _feed;

    public Clients(Feed feed) => _feed = feed;

    private string Root { get; set; } = "";

    /// <summary>What the first build printed, and whether it succeeded.</summary>
    public (int Code, string Output) First { get; private set; }

    /// <summary>The assemblies that the second build wrote again.</summary>
    public IReadOnlyList<string> Recompiled { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Root = _feed.Folder("Clients");
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), """
            <Project>
              <PropertyGroup><ErrorLog>$(MSBuildProjectDirectory)/$(TargetFramework).sarif,version=2.1</ErrorLog></PropertyGroup>
            </Project>
            """);
        Add("Strict", "<TargetFramework>net10.0</TargetFramework><AnalysisMode>All</AnalysisMode><AnalysisLevel>latest</AnalysisLevel>"
            + Warnings, Sources.Strict,
            "<ScalingConfig Include=\"config.json\" Name=\"Llama\" Tokens=\"15T\" Justification=\"as published\" Accelerator=\"H100-SXM\" "
                + "Utilization=\"0.4\" />");
        Add("Floor", "<TargetFramework>netstandard2.0</TargetFramework>", Sources.Floor,
            "<ScalingConfig Include=\"config.json\" Name=\"Llama\" Tokens=\"15T\" Justification=\"as published\" />");
        Add("Net8", "<TargetFramework>net8.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>", Sources.Deviating);
        Add("Latest", "<TargetFramework>net10.0</TargetFramework><LangVersion>preview</LangVersion>" + Warnings, Sources.Latest);
        Add("Multi", "<TargetFrameworks>netstandard2.0;net8.0;net10.0</TargetFrameworks>", Sources.Deviating);
        Add("Friend", "<TargetFramework>net10.0</TargetFramework>" + Warnings, Sources.Friend,
            "<InternalsVisibleTo Include=\"FriendUser\" /><ScalingConfig Include=\"config.json\" Name=\"Llama\" Tokens=\"15T\" "
                + "Justification=\"as published\" />");
        Add("FriendUser", "<TargetFramework>net10.0</TargetFramework>" + Warnings, Sources.FriendUser,
            "<ProjectReference Include=\"../Friend/Friend.csproj\" /><ScalingConfig Include=\"config.json\" Name=\"Llama\" Tokens=\"15T\" "
                + "Justification=\"as published\" />");
        Add("Options", """
            <TargetFramework>net10.0</TargetFramework>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <ScalingLaw>tokens-per-parameter</ScalingLaw>
            <ScalingTokensPerParameter>25</ScalingTokensPerParameter>
            <ScalingTokenRatioTolerance>30</ScalingTokenRatioTolerance>
            <ScalingAccelerator>H100-SXM</ScalingAccelerator>
            <ScalingUtilization>0.5</ScalingUtilization>
            <ScalingPricePerAcceleratorHour>2</ScalingPricePerAcceleratorHour>
            """, Sources.Options);
        Add("Fitter", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>" + Warnings, Example("src/Fitting/README.md"),
            $"<PackageReference Include=\"ScalingAnalyzers.Fitting\" Version=\"{Feed.Version}\" />");
        File.WriteAllText(Path.Combine(Root, "Clients.slnx"),
            "<Solution>"
                + string.Concat(Directory.GetDirectories(Root).Select(
                    folder => $"<Project Path=\"{Path.GetFileName(folder)}/{Path.GetFileName(folder)}.csproj\" />")) + "</Solution>");

        First = await Shell.Dotnet(Root, "build Clients.slnx");
        if (First.Code != 0) return;
        Dictionary<string, DateTime> before = Assemblies();
        var (code, output) = await Shell.Dotnet(Root, "build Clients.slnx --no-restore");
        if (code != 0) First = (code, output);
        Recompiled = Assemblies().Where(file => before[file.Key] != file.Value).Select(file => file.Key).ToList();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Our findings in a project's log, and the rules that the log describes.</summary>
    public (IReadOnlyList<JsonElement> Results, IReadOnlyList<JsonElement> Rules) Log(string project, string framework)
    {
        Assert.True(First.Code == 0, First.Output);
        JsonElement run =
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, project, framework + ".sarif"))).RootElement.GetProperty("runs")[0];
        return (
            run.GetProperty("results").EnumerateArray().Where(result => IsOurs(result.GetProperty("ruleId"))).ToList(),
            run.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")
                .EnumerateArray()
                .Where(rule => IsOurs(rule.GetProperty("id")))
                .ToList());
    }

    /// <summary>What a program of the solution prints.</summary>
    public Task<string> Run(string project) => Shell.Succeeds(Path.Combine(Root, project), "run --no-build");

    private static string Example(string page)
    {
        string text = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, page));
        int start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static bool IsOurs(JsonElement id) => id.GetString()!.StartsWith("SCALE", StringComparison.Ordinal);

    private void Add(string name, string properties, string source, string items = "")
    {
        string folder = Path.Combine(Root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScalingAnalyzers" Version="{Feed.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Runs.cs"), source);
        if (items.Contains("config.json", StringComparison.Ordinal)) File.WriteAllText(Path.Combine(folder, "config.json"), Shape);
    }

    private Dictionary<string, DateTime> Assemblies() => Directory.EnumerateFiles(Root, "*.dll", SearchOption.AllDirectories)
        .Where(file => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .ToDictionary(file => file, File.GetLastWriteTimeUtc);

    /// <summary>The output of the projects.</summary>
    private static class Sources
    {
        public const string Deviating = """
            using ScalingAnalyzers;

            [TrainingConfig]
            public static partial class Gopher
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
                public const double Flops = Estimates.TrainingFlops;
            }
            """;

        public const string Floor = """
            using ScalingAnalyzers;

            [TrainingConfig(Accelerator = KnownAccelerators.H100Sxm, Utilization = 0.40)]
            public static partial class Chinchilla
            {
                public const long Parameters = 70000000000;
                public const long Tokens = 1400000000000;
                public const double Flops = Estimates.TrainingFlops + global::Floor.ScalingConfigs.Llama.TrainingFlops;
            }
            """;

        public const string Strict = """
            using ScalingAnalyzers;

            namespace Strict;

            /// <summary>A run whose constants are used by its neighbours.</summary>
            [TrainingConfig(
                Accelerator = KnownAccelerators.H100Sxm, AcceleratorCount = 1024, Utilization = 0.40, PricePerAcceleratorHour = 2.0)]
            public static partial class Chinchilla
            {
                /// <summary>What is trained.</summary>
                public const long Parameters = 70_000_000_000;

                /// <summary>On what.</summary>
                public const long Tokens = 1_400_000_000_000;

                /// <summary>With what, and a JSON file's besides.</summary>
                public const double Flops = Estimates.TrainingFlops + ScalingConfigs.Llama.TrainingFlops;
            }

            /// <summary>A run as an object.</summary>
            [TrainingConfig]
            public sealed record Run
            {
                /// <summary>What is trained.</summary>
                public long Parameters { get; init; }

                /// <summary>On what.</summary>
                public long Tokens { get; init; }
            }

            /// <summary>The plans.</summary>
            [TrainingPlans]
            public static partial class Plans
            {
                /// <summary>Chinchilla as an object.</summary>
                public static readonly Run Small = new() { Parameters = 70_000_000_000, Tokens = 1_400_000_000_000 };

                /// <summary>Its FLOPs.</summary>
                public const double Flops = Estimates.Small.TrainingFlops;
            }
            """;

        public const string Latest = """
            using ScalingAnalyzers;

            namespace Latest;

            /// <summary>A run of today's C#.</summary>
            [TrainingConfig(Justification = "as published")]
            public sealed partial record Assistant(double ParametersInBillions = 8)
            {
                /// <summary>On what.</summary>
                public long Tokens { get => field; init; } = 15 * Quantity.Trillion;

                /// <summary>With what.</summary>
                public const double Flops = Estimates.TrainingFlops;
            }
            """;

        public const string Friend = """
            namespace Runs;

            [ScalingAnalyzers.TrainingConfig]
            internal static partial class Small
            {
                internal const long Parameters = 70_000_000_000;
                internal const long Tokens = 1_400_000_000_000;
            }
            """;

        public const string FriendUser = """
            namespace Runs;

            [ScalingAnalyzers.TrainingConfig]
            internal static partial class Large
            {
                internal const long Parameters = Small.Parameters;
                internal const long Tokens = Small.Tokens;
                internal const double Both = Small.Estimates.TrainingFlops + Estimates.TrainingFlops
                    + FriendUser.ScalingConfigs.Llama.TrainingFlops + Friend.ScalingConfigs.Llama.TrainingFlops;
            }
            """;

        // A constant division by zero does not compile: these expressions check values at compile time.
        public const string Options = """
            using ScalingAnalyzers;

            [TrainingConfig]
            public static partial class Gopher
            {
                public const long Parameters = 280_000_000_000;
                public const long Tokens = 300_000_000_000;
                public const int TheLawIsTheProjects = 1 / (Estimates.LawName == KnownLaws.TokensPerParameter ? 1 : 0);
                public const int ItsRatioToo = 1 / (Estimates.OptimalTokensForParameters == 25 * Parameters ? 1 : 0);
                public const int AndItsPrice = 1 / (Estimates.Cost == 2 * Estimates.AcceleratorHours ? 1 : 0);
            }
            """;
    }
}
