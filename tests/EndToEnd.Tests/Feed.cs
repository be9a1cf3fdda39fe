using System.IO;
using System.Threading.Tasks;
using ScalingAnalyzers.Tests;

[assembly: AssemblyFixture(typeof(Feed))]

namespace ScalingAnalyzers.Tests;

/// <summary>The packages, packed once, and fresh projects outside the repository that use them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("scaling-e2e-").FullName;

    /// <summary>The folder of the packages.</summary>
    public string Packages => Path.Combine(_root, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Packages);
        await Shell.Succeeds(Facts.RepositoryRoot, $"pack src/Runtime -c Release -o \"{Packages}\" -v q");
        await Shell.Succeeds(Facts.RepositoryRoot, $"pack src/Package -c Release -o \"{Packages}\" -v q");
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A build server may still hold a file; the system clears its temporary folder.
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A folder of its own, with a package cache of its own, so that an older package of the same version is never met.</summary>
    public string Folder(string name)
    {
        string folder = Path.Combine(_root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(_root, "cache")}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{Packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        return folder;
    }

    /// <summary>A project with one PackageReference to us, and what else it is given.</summary>
    public string Project(string name, string framework, string properties, params (string File, string Text)[] files)
    {
        string folder = Folder(name);
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScalingAnalyzers" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }
}
