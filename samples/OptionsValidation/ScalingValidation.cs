using System.Linq;
using Microsoft.Extensions.Options;
using ScalingAnalyzers;
using ScalingAnalyzers.Checks;

namespace OptionsValidation;

/// <summary>The rules of the editor, at start-up: what the environment has changed is judged too.</summary>
public sealed class ScalingValidation<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var findings = ConfigReader.Read(options).Check().Where(finding => finding.Severity >= FindingSeverity.Warning).ToList();
        return findings.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(findings.Select(finding => finding.ToString()));
    }
}
