using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api.Bodies;

/// <summary>What is said of a file that is attached; its bytes are the other part of the body.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Mark">The mark of its content as a whole.</param>
internal sealed record AttachmentBody(TextBody? Title = null, string? Mark = null);
