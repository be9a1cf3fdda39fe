namespace ScalingAnalyzers.Json;

/// <summary>Why a text is not the JSON we read, and where.</summary>
/// <param name="Message">What was found and what was expected, without position.</param>
/// <param name="Position">The character or name at fault.</param>
internal sealed record JsonError(string Message, TextPosition Position);
