using System.Collections.Immutable;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Testing;

/// <summary>
/// Snapshots by Verify's conventions, which it replaces where Verify.SourceGenerators cannot be restored:
/// <c>Class.Method#hint.verified.cs</c> beside the test, <c>.received.cs</c> on a difference.
/// </summary>
public static class Verifier
{
    /// <summary>Fails unless what was generated is what was verified, file by file.</summary>
    /// <param name="driver">The generator run.</param>
    /// <param name="sourceFile">The test's file; the compiler fills it in.</param>
    /// <param name="method">The test's method; the compiler fills it in.</param>
    public static Task Verify(Driver driver, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Snapshots.Beside(sourceFile, method).Compare(driver.Sources.ToImmutableSortedDictionary(
            source => Path.GetFileNameWithoutExtension(source.Key),
            source => $"//HintName: {source.Key}\n{source.Value}"));

    /// <summary>Fails unless the text is what was verified, in <c>Class.Method.verified.txt</c> or another
    /// extension.</summary>
    public static Task Verify(
        string text, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "") =>
        Snapshots.Beside(sourceFile, method).Compare(text, extension);
}
