using System;
using System.Threading.Tasks;
using Xunit.Sdk;

namespace ScalingAnalyzers.Testing.Tests;

/// <summary>Expects the harness to fail with a message.</summary>
internal static class Failure
{
    public static async Task Of(Func<Task> test, params string[] says)
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(test);
        foreach (string part in says) Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }
}
