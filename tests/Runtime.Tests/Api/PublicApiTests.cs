using System;
using System.IO;
using ScalingAnalyzers;
using ScalingAnalyzers.Tests;

namespace Runtime.Tests.Api;

/// <summary>The public API of both builds against the lists beside this file: what they lose, a user loses.</summary>
public class PublicApiTests
{
#if RUNTIME_NETSTANDARD
    private const string Build = "netstandard2.0";
#else
    private const string Build = "net10.0";
#endif

    // UPDATE_DOCS=1 dotnet test tests/Runtime.Tests (and tests/Runtime.NetStandard.Tests) --filter PublicApiTests
    [Fact]
    public void The_public_API_is_what_its_list_says()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "tests", "Runtime.Tests", "Api", "PublicApi." + Build + ".txt");
        string actual = PublicApi.Of(typeof(TrainingRun).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
